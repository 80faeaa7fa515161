package dev.fermata;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads for work that is not for a loop's. One of each kind for all loops of the process, for what bounds them is
 * the machine; daemons, which end when they have been idle for a while.
 */
final class OffloadPool {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private OffloadPool() {}

    /** For calls that block: virtual threads where the JDK has them (21 and later), else a bounded pool. */
    static ExecutorService blocking() {
        return Blocking.THREADS;
    }

    /** For work that computes: as many threads as there are cores. */
    static ExecutorService computing() {
        return Computing.THREADS;
    }

    /** Made when it is first used. */
    private static final class Blocking {
        /** Blocking calls mostly wait: more threads than cores, but not so many that memory is the limit. */
        private static final int BOUND = Math.max(16, 4 * CORES);

        static final ExecutorService THREADS =
                Runtime.version().feature() >= 21 ? virtual() : bounded(BOUND, "fermata-offload-");
    }

    /** Made when it is first used. */
    private static final class Computing {
        static final ExecutorService THREADS = bounded(CORES, "fermata-compute-");
    }

    private static ExecutorService virtual() {
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

    /** At most so many threads; what is more waits for one of them. */
    static ThreadPoolExecutor bounded(int bound, String name) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(bound, bound, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
