package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * Is told when a task has ended, in its turn among those that await the task. It may look on only for a while, and unlike
 * a cancelled await it leaves the task as it is then. To watch is not to observe: a failure that nobody awaits, or asks for,
 * is reported. To be used once. Loop-confined.
 *
 * @param <T> the type of the task's value
 */
public abstract class Watcher<T extends @Nullable Object> extends Continuation {
    private @Nullable Task<? extends T> watched;
    private @Nullable EventLoop loop;

    /** Watches nothing yet. */
    protected Watcher() {}

    /**
     * Begins to watch a task, also one of another loop. One that is done already is told of like any other, in its turn; a
     * checkpoint likewise.
     *
     * @throws IllegalStateException if no loop runs on this thread
     */
    protected final void watch(Task<? extends T> task) {
        EventLoop loop = EventLoop.current();
        loop.confine();
        Task<? extends T> here = task.on(loop);
        here.enlist(this, loop);
        this.loop = loop;
        watched = here;
    }

    /** Looks away: {@link #ended} is not called any more. */
    protected final void unwatch() {
        Task<?> task = watched;
        watched = null;
        if (task instanceof PendingTask<?> pending && !pending.isDone()) {
            pending.detach(this);
        }
    }

    /**
     * The task has ended. Must not throw.
     *
     * @param task what to ask for the outcome: the watched task, or what stands here for one of another loop. That one may have
     *     no outcome, if its loop was closed; then this has failed
     */
    protected abstract void ended(Task<? extends T> task);

    @Override
    final boolean observes() {
        return false;
    }

    @Override
    final void proceed() {
        Task<? extends T> task = watched;
        if (task != null) { // else it looked away when the task had just ended
            watched = null;
            assert loop != null;
            loop.leaveTasks();
            ended(task);
        }
    }
}
