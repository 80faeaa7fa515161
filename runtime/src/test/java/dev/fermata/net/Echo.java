package dev.fermata.net;

import dev.fermata.Fermata;
import dev.fermata.Frame;
import dev.fermata.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * As the processor would compile it:
 *
 * <pre>{@code
 * @Async Task<Void> serve(TcpStream peer) throws IOException {
 *     try (peer) {
 *         var buffer = ByteBuffer.allocate(4096);
 *         while (await(peer.read(buffer)) >= 0) {
 *             await(peer.write(buffer.flip()));
 *             buffer.clear();
 *         }
 *     }
 *     return done();
 * }
 * }</pre>
 */
@SuppressWarnings("NullAway") // as generated code is: the states say what is set
final class Echo extends Frame<Void> {
    private static final int START = 0;
    private static final int READ = 1;
    private static final int WRITE = 2;

    private TcpStream peer;
    private ByteBuffer buffer;

    static Task<Void> serve(TcpStream peer) {
        return serve(null, peer);
    }

    private static Task<Void> serve(@Nullable Echo frame, TcpStream peer) {
        ByteBuffer buffer = null;
        Task<?> awaited = null;
        int state = START;
        if (frame != null) {
            state = frame.state;
            awaited = frame.awaited();
            buffer = frame.buffer;
        }
        try {
            for (; ; ) {
                switch (state) {
                    case START -> {
                        buffer = ByteBuffer.allocate(4096);
                        awaited = peer.read(buffer);
                        state = READ;
                    }
                    case READ -> {
                        if (Frame.<Integer>result(awaited) < 0) {
                            peer.close();
                            return complete(frame, null);
                        }
                        awaited = peer.write(buffer.flip());
                        state = WRITE;
                    }
                    default -> {
                        Frame.result(awaited);
                        awaited = peer.read(buffer.clear());
                        state = READ;
                    }
                }
                if (!isReady(awaited)) {
                    if (frame == null) {
                        frame = new Echo();
                        frame.peer = peer;
                    }
                    frame.buffer = buffer;
                    return frame.suspend(awaited, state);
                }
            }
        } catch (Throwable failure) {
            try {
                peer.close();
            } catch (IOException second) {
                failure.addSuppressed(second);
            }
            return fail(frame, failure);
        }
    }

    @Override
    protected void resume() {
        serve(this, peer);
    }

    /** Serves all who come until the listener is closed: accepting is one more such frame. */
    static final class Server extends Frame<Void> {
        private static final int ACCEPT = 1;

        private final TcpListener listener;

        Server(TcpListener listener) {
            this.listener = listener;
        }

        static Task<Void> on(TcpListener listener) {
            var server = new Server(listener);
            server.accept();
            return server;
        }

        private void accept() {
            try {
                for (; ; ) {
                    Task<TcpStream> accepted = listener.accept();
                    if (!isReady(accepted)) {
                        suspend(accepted, ACCEPT);
                        return;
                    }
                    serve(accepted);
                }
            } catch (Throwable failure) {
                fail(this, failure);
            }
        }

        private static void serve(Task<?> accepted) {
            TcpStream peer = Frame.result(accepted);
            Fermata.spawn(() -> Echo.serve(peer));
        }

        @Override
        protected void resume() {
            try {
                serve(awaited());
            } catch (Throwable failure) {
                fail(this, failure);
                return;
            }
            accept();
        }
    }
}
