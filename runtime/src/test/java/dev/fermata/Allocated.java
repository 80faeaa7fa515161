package dev.fermata;

import java.lang.reflect.Method;

/** What the JVM counts as allocated by this thread. */
public final class Allocated {
    private Allocated() {}

    /** What is measured. */
    public interface Action {
        /** Does it. */
        void run() throws Exception;
    }

    /** The bytes that an action allocates, what is collected meanwhile included. */
    public static long bytesBy(Action action) throws Exception {
        // By reflection, since the module under test does not require java.management.
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        Method bytes =
                Class.forName("com.sun.management.ThreadMXBean").getMethod("getThreadAllocatedBytes", long.class);
        long thread = Thread.currentThread().getId();
        long before = (long) bytes.invoke(threads, thread);
        action.run();
        return (long) bytes.invoke(threads, thread) - before;
    }
}
