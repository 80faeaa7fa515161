package dev.fermata.net;

import dev.fermata.EventLoop;
import dev.fermata.Poller;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;

/**
 * One channel's place in its loop's poller, and the operations that wait there: at most one that takes in (read, accept)
 * and one that sends out (write, connect). Loop-confined.
 *
 * <p>To change what the poller watches costs a system call. So an interest in input is left standing when its operation is
 * done, as the next one is likely to wait for the same; it is taken back only if the channel turns ready while nobody
 * waits, since otherwise every poll would report that again. An interest in output is taken back at once: a socket can
 * nearly always be written to.
 */
final class Readiness implements Poller.ReadinessHandler {
    private static final int INPUT = SelectionKey.OP_READ | SelectionKey.OP_ACCEPT;
    private static final int OUTPUT = SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT;

    private final EventLoop loop;
    private final SelectableChannel channel;
    private final Poller.Registration registration;
    private @Nullable Operation<?> input;
    private @Nullable Operation<?> output;

    /**
     * False if the channel is known to have nothing to read, as the last read left room in its buffer. The next one then
     * waits without asking, which saves it the system call that would only say so again. Whatever comes after that, the
     * end of the stream too, the poller reports.
     */
    boolean mayHaveInput = true;

    /** Registers a channel, which is non-blocking, with this thread's loop; with the loop it will be closed. */
    Readiness(SelectableChannel channel) throws IOException {
        this.loop = EventLoop.current();
        this.channel = channel;
        this.registration = loop.poller().register(channel, 0, this);
    }

    /** Throws unless this is the loop's thread, and no operation of this kind waits. */
    void requireIdle(int kind, String name) {
        confine(name);
        if (((kind & INPUT) != 0 ? input : output) != null) {
            throw new IllegalStateException("the " + name
                    + " before is still in flight, and there can be one at a time: await it first (" + channel + ")");
        }
    }

    private void confine(String name) {
        if (EventLoop.current() != loop) {
            throw new IllegalStateException(
                    name + " was called on the thread of another event loop than the one that owns " + channel);
        }
    }

    /** Lets an operation wait. */
    void enter(Operation<?> operation) {
        if ((operation.awaits & INPUT) != 0) {
            input = operation;
        } else {
            output = operation;
        }
        int watched = registration.interest();
        if ((watched & operation.awaits) == 0) {
            registration.interest(watched | operation.awaits);
        }
    }

    /** Lets go of an operation, which waits no more. */
    void leave(Operation<?> operation) {
        if (operation == input) {
            input = null;
        } else if (operation == output) {
            output = null;
            ignore(OUTPUT);
        }
    }

    /** Has the poller no longer watch for this. */
    void ignore(int operations) {
        registration.interest(registration.interest() & ~operations);
    }

    @Override
    public void ready(int operations) {
        if ((operations & INPUT) != 0) {
            if (input == null) {
                ignore(INPUT);
                mayHaveInput = true;
            } else {
                input.proceed();
            }
        }
        if ((operations & OUTPUT) != 0 && output != null) {
            output.proceed();
        }
    }

    /** Closes the channel, and fails what waits; closing again has no effect. */
    void close(String message) throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        confine("close");
        Operation<?> reader = input;
        Operation<?> writer = output;
        input = null;
        output = null;
        try {
            channel.close();
        } finally {
            failClosed(reader, message);
            failClosed(writer, message);
        }
    }

    @Override
    public String toString() {
        return channel.toString();
    }

    private static void failClosed(@Nullable Operation<?> operation, String message) {
        if (operation != null) {
            operation.fail(new ClosedWhileWaitingException(message));
        }
    }
}
