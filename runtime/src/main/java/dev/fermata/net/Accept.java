package dev.fermata.net;

import dev.fermata.Task;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes the next connection that the operating system has made for a listener, and waits if there is none. */
final class Accept extends Operation<TcpStream> {
    private final ServerSocketChannel channel;
    private @Nullable SocketChannel accepted;

    Accept(ServerSocketChannel channel, Readiness readiness) {
        super(SelectionKey.OP_ACCEPT, readiness);
        this.channel = channel;
    }

    Task<TcpStream> next() throws IOException {
        return attempt() ? Task.done(takeResult()) : start();
    }

    @Override
    boolean attempt() throws IOException {
        accepted = channel.accept();
        return accepted != null;
    }

    @Override
    TcpStream takeResult() throws IOException {
        SocketChannel taken = Objects.requireNonNull(accepted, "nothing was accepted");
        accepted = null;
        return TcpStream.accepted(taken);
    }

    @Override
    void abandon() {
        accepted = null;
    }
}
