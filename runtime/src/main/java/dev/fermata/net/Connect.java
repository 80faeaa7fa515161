package dev.fermata.net;

import dev.fermata.EventLoop;
import dev.fermata.Task;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;

/** Makes a connection: the socket is there from the start, and becomes a stream when the peer has answered. */
final class Connect extends Operation<TcpStream> {
    private final SocketChannel channel;

    private Connect(SocketChannel channel, Readiness readiness) {
        super(SelectionKey.OP_CONNECT, readiness);
        this.channel = channel;
    }

    static Task<TcpStream> to(SocketAddress address) throws IOException {
        if (!(address instanceof InetSocketAddress target)) {
            throw new UnsupportedAddressTypeException();
        }
        if (target.isUnresolved()) {
            throw new UnknownHostException("the address was not looked up yet: " + target);
        }
        SocketChannel channel = EventLoop.current().poller().channels().openSocketChannel();
        try {
            channel.configureBlocking(false);
            var connect = new Connect(channel, new Readiness(channel));
            return channel.connect(target) ? Task.done(connect.takeResult()) : connect.start();
        } catch (Throwable failure) {
            channel.close();
            throw failure;
        }
    }

    @Override
    boolean attempt() throws IOException {
        return channel.finishConnect();
    }

    @Override
    TcpStream takeResult() throws IOException {
        return new TcpStream(channel, readiness);
    }

    @Override
    void abandon() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nobody is left to tell: the task has ended, and the socket was never a stream.
        }
    }
}
