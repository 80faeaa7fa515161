package dev.fermata;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** What a loop has given to other threads and has not got back yet. */
final class Offloads {
    private final EventLoop loop;
    private final Set<Job<?>> jobs = ConcurrentHashMap.newKeySet();

    Offloads(EventLoop loop) {
        this.loop = loop;
    }

    /** Has a thread of {@code threads} do the work. Cancelled before it began, the work is not done; then it is interrupted. */
    <T extends @Nullable Object> Task<T> submit(String what, Executor threads, BlockingCallable<? extends T, ?> work) {
        Objects.requireNonNull(threads, "offload(null, ...): the executor must be given");
        Objects.requireNonNull(work, what + "(null): the work must be given");
        Completer<T> completer = new Completer<>(loop);
        Job<T> job = new Job<>(Context.offloaded(loop, work), completer);
        completer.onCancel(() -> job.cancel(true));
        jobs.add(job);
        try {
            loop.poller().offloading(threads).execute(job);
        } catch (Throwable refused) { // also where a thread cannot be started
            job.refuse(refused);
        }
        return completer;
    }

    boolean isEmpty() {
        return jobs.isEmpty();
    }

    /** Interrupts what still runs, and has the rest not begin. */
    void close() {
        jobs.forEach(job -> job.cancel(true));
    }

    /**
     * A future for what {@link FutureTask} does well: an interrupt hits only the work that it is meant for. It waits for an
     * interrupt that is on its way, and clears none that came: an executor does so before the thread's next work, if the
     * work itself has not.
     */
    private final class Job<T extends @Nullable Object> extends FutureTask<T> implements Refusable {
        private final Completer<T> completer;

        Job(BlockingCallable<? extends T, ?> work, Completer<T> completer) {
            super(work::call);
            this.completer = completer;
        }

        @Override
        public void refuse(Throwable refusal) {
            setException(refusal);
        }

        @Override
        protected void done() {
            jobs.remove(this);
            try {
                completer.complete(get());
            } catch (ExecutionException failed) {
                completer.fail(Objects.requireNonNull(failed.getCause()));
            } catch (CancellationException cancelled) {
                // By the completer, which has ended with that already, or by the loop that was closed.
            } catch (InterruptedException impossible) {
                throw new AssertionError("get() of a job that is done does not wait", impossible);
            }
        }
    }
}
