package dev.fermata;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads of a loop for what blocks: virtual ones where the JDK has them (21 and later), else a bounded pool. */
final class OffloadPool {
    /** Blocking calls mostly wait: more threads than cores, but not so many that memory is the limit. */
    private static final int BOUND = Math.max(16, 4 * Runtime.getRuntime().availableProcessors());

    private final ExecutorService threads = open();

    <T extends @Nullable Object> Task<T> submit(EventLoop loop, BlockingCallable<? extends T, ?> work) {
        Completer<T> completer = new Completer<>(loop);
        FutureTask<T> job = new Job<>(work, completer);
        completer.onCancel(() -> job.cancel(true));
        loop.poller().offloading(threads).execute(job);
        return completer;
    }

    /** Interrupts what still runs. */
    void close() {
        threads.shutdownNow();
    }

    private static ExecutorService open() {
        if (Runtime.version().feature() >= 21) {
            try {
                // By a handle, since Fermata is compiled for 17.
                MethodHandle perTask = MethodHandles.publicLookup()
                        .findStatic(
                                Executors.class,
                                "newVirtualThreadPerTaskExecutor",
                                MethodType.methodType(ExecutorService.class));
                return (ExecutorService) perTask.invokeExact();
            } catch (Throwable e) {
                throw new LinkageError("a JDK from 21 on must have virtual threads", e);
            }
        }
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(BOUND, BOUND, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "fermata-offload-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** A future for what {@link FutureTask} does well: an interrupt hits only the work that it is meant for. */
    private static final class Job<T extends @Nullable Object> extends FutureTask<T> {
        private final Completer<T> completer;

        Job(BlockingCallable<? extends T, ?> work, Completer<T> completer) {
            super(work::call);
            this.completer = completer;
        }

        @Override
        protected void done() {
            try {
                completer.complete(get());
            } catch (ExecutionException failed) {
                completer.fail(Objects.requireNonNull(failed.getCause()));
            } catch (CancellationException cancelled) {
                // By the completer, which has ended with that already.
            } catch (InterruptedException impossible) {
                throw new AssertionError("get() of a job that is done does not wait", impossible);
            }
        }
    }
}
