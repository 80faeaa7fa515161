package dev.fermata.testing;

import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.sleep;

import dev.fermata.AsyncCallable;
import dev.fermata.Completer;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import dev.fermata.Watcher;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A test as a list of steps, each of which runs on the loop until it is done: asynchronous code told in sequence, without
 * {@link dev.fermata.Async}. To be used on the thread that made it.
 */
public final class Steps {
    private static final Duration REAL_LIMIT = Duration.ofSeconds(5);
    private static final Duration VIRTUAL_LIMIT = Duration.ofHours(1);
    private static final Duration REAL_PAUSE = Duration.ofMillis(20);
    private static final Duration VIRTUAL_PAUSE = Duration.ofMinutes(1);

    private final TestContext context;
    private final EventLoop loop;
    private final boolean realTime;

    Steps(TestContext context, boolean realTime) {
        this.context = context;
        this.loop = context.loop();
        this.realTime = realTime;
    }

    /** What the steps run in. */
    public TestContext context() {
        return context;
    }

    /**
     * Starts a task and waits for it.
     *
     * @throws AssertionError if it does not end: within an hour of virtual time, or five seconds of real time
     */
    public <T extends @Nullable Object> T await(AsyncCallable<T, ?> step) throws Exception {
        Task<T> task = begin(step);
        loop.run(() -> new Limit(task).start(realTime ? REAL_LIMIT : VIRTUAL_LIMIT));
        if (!task.isDone()) {
            throw new AssertionError("what is to end does not");
        }
        return task.result();
    }

    /** Starts a task, and does not wait for it. */
    public <T extends @Nullable Object> Task<T> begin(AsyncCallable<T, ?> step) throws Exception {
        return loop.<Task<T>, Exception>run(() -> done(step.call()));
    }

    /** Whether a task has ended after all that is under way has had time to arrive. */
    public boolean hasEnded(Task<?> task) throws Exception {
        loop.run(() -> sleep(realTime ? REAL_PAUSE : VIRTUAL_PAUSE));
        return task.isDone();
    }

    /** Cancels a task. */
    public void cancel(Task<?> task) throws Exception {
        loop.run(() -> done(task.cancel()));
    }

    /** Ends a wait when what it watches has ended; the other of the two is let go of. */
    private static final class Limit {
        private final Completer<Boolean> over = new Completer<>();
        private final Task<?> task;

        Limit(Task<?> task) {
            this.task = task;
        }

        Task<Boolean> start(Duration limit) {
            Task<Void> sleep = sleep(limit);
            End ofTask = new End();
            End ofTime = new End();
            ofTask.other = ofTime;
            ofTime.other = ofTask;
            ofTask.begin(task);
            ofTime.begin(sleep);
            ofTask.timer = sleep;
            return over.task();
        }

        private final class End extends Watcher<@Nullable Object> {
            private @Nullable End other;
            private @Nullable Task<?> timer;

            void begin(Task<?> watched) {
                watch(watched);
            }

            void letGo() {
                unwatch();
            }

            @Override
            protected void ended(Task<?> ended) {
                if (other != null) {
                    other.letGo();
                }
                if (timer != null) {
                    timer.cancel();
                }
                over.complete(true);
            }
        }
    }
}
