package dev.fermata.net;

import dev.fermata.Completer;
import dev.fermata.Described;
import dev.fermata.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is waiting to do: read, write, accept or connect. A channel has one object for each kind that it ever
 * waited for, and uses it again and again: only the task is new each time, as the user may hold on to it. Loop-confined.
 */
abstract class Operation<T extends @Nullable Object> implements Described, Runnable {
    /** Stands in an operation that is not waiting, so that no buffer of the user's is kept. */
    static final ByteBuffer NO_BUFFER = ByteBuffer.allocate(0);

    /** The readiness that this waits for, one of the operations of {@link SelectionKey}. */
    final int awaits;

    final Readiness readiness;
    private @Nullable Completer<T> completer;

    Operation(int awaits, Readiness readiness) {
        this.awaits = awaits;
        this.readiness = readiness;
    }

    /** Tries again, now that the channel is said to be ready; false if it has to wait on. */
    abstract boolean attempt() throws IOException;

    /** What the last attempt has brought; called once, and lets go of what this held for it. */
    abstract T takeResult() throws IOException;

    /** Lets go of what this held; there was a failure, or the task was cancelled. */
    abstract void abandon();

    /** Waits from now on; the task of this wait. */
    final Task<T> start() {
        var started = new Completer<T>();
        started.onCancel(this);
        completer = started;
        readiness.enter(this);
        return started.task();
    }

    /** Tries again, and ends the wait if that succeeds or fails. */
    final void proceed() {
        T result;
        try {
            if (!attempt()) {
                return;
            }
            result = takeResult();
        } catch (Throwable failure) { // whatever it is, it concerns who waits here, not the loop
            readiness.leave(this);
            fail(failure);
            return;
        }
        readiness.leave(this);
        take().complete(result);
    }

    /** Ends the wait, which the channel knows nothing of any more. */
    final void fail(Throwable failure) {
        abandon();
        take().fail(failure);
    }

    /** Ends the wait; the task was cancelled. */
    @Override
    public final void run() {
        readiness.leave(this);
        readiness.ignore(awaits);
        take();
        abandon();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT) + " on " + readiness;
    }

    private Completer<T> take() {
        Completer<T> taken = Objects.requireNonNull(completer, "the operation does not wait");
        completer = null;
        return taken;
    }
}
