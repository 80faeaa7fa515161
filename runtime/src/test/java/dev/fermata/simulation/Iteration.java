package dev.fermata.simulation;

import dev.fermata.AsyncIterator;
import dev.fermata.Frame;
import dev.fermata.Task;
import org.jspecify.annotations.NullUnmarked;

/** The frame of a loop through a sequence, as compiled code would have it, which it may leave early; gives how many came. */
@NullUnmarked // as generated code is
final class Iteration<T> extends Frame<Integer> {
    /** What the loop does. */
    interface Visitor<T> {
        /** The next is asked for. */
        default void asks() {}

        /** One has come; what it throws ends the loop. */
        void visit(T item) throws Throwable;

        /** What is awaited before the next is asked for; null: nothing. */
        default Task<?> pause() {
            return null;
        }

        /** There are no more. */
        default void end() {}

        /** The loop is about to be left early, by an exception perhaps. */
        default void leaves() {}

        /** It was, and the sequence is being closed. */
        default void left() {}
    }

    private enum Phase {
        ADVANCING,
        PAUSING,
        CLOSING
    }

    private final World world;
    private final AsyncIterator<T> items;
    private final Visitor<T> visitor;
    private final int most;
    private Phase phase = Phase.ADVANCING;
    private int count;
    private Throwable thrown;

    private Iteration(World world, AsyncIterator<T> items, int most, Visitor<T> visitor) {
        this.world = world;
        this.items = items;
        this.most = most;
        this.visitor = visitor;
    }

    /** Goes through the items, {@code most} of them. */
    static <T> Task<Integer> start(World world, AsyncIterator<T> items, int most, Visitor<T> visitor) {
        return new Iteration<>(world, items, most, visitor).run(false, null);
    }

    @Override
    protected void resume() {
        run(true, awaited());
    }

    private Task<Integer> run(boolean suspended, Task<?> resumedBy) {
        Iteration<T> frame = suspended ? this : null;
        Task<?> awaited = resumedBy;
        for (; ; ) {
            if (awaited == null) {
                awaited = next();
                if (!isReady(awaited)) {
                    return phase == Phase.CLOSING ? suspendInHandler(awaited, 0) : suspend(awaited, 0);
                }
            }
            Object value = null;
            Throwable failure = null;
            try {
                value = result(awaited);
            } catch (Throwable failed) {
                failure = failed;
                world.saw(failed);
            }
            awaited = null;
            if (phase == Phase.CLOSING) {
                world.rule(failure == null || isCancelRequested(), () -> "to close a sequence fails");
                return thrown == null ? complete(frame, count) : fail(frame, thrown);
            }
            if (failure != null) {
                leave(failure);
            } else if (phase == Phase.PAUSING) {
                phase = Phase.ADVANCING;
            } else if (!Boolean.TRUE.equals(value)) {
                visitor.end();
                return complete(frame, count);
            } else {
                awaited = visit();
                if (awaited != null && !isReady(awaited)) {
                    return suspend(awaited, 0);
                }
            }
        }
    }

    private Task<?> next() {
        if (phase == Phase.CLOSING) {
            visitor.leaves();
            Task<Void> closing = items.closeAsync();
            visitor.left();
            return closing;
        }
        visitor.asks();
        return items.advance();
    }

    /** What is to be awaited then, or null. */
    private Task<?> visit() {
        count++;
        try {
            visitor.visit(items.current());
        } catch (Throwable failure) {
            leave(failure);
            return null;
        }
        if (count == most) {
            leave(null);
            return null;
        }
        Task<?> pause = visitor.pause();
        phase = pause == null ? Phase.ADVANCING : Phase.PAUSING;
        return pause;
    }

    private void leave(Throwable failure) {
        thrown = failure;
        phase = Phase.CLOSING;
    }
}
