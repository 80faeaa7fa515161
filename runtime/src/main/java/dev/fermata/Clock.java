package dev.fermata;

/** The time that a loop goes by: nanoseconds since an origin of the clock's own, never going back. Any thread. */
@FunctionalInterface
public interface Clock {
    /** The nanoseconds passed since this clock's origin; never negative, and never less than before. */
    long nanos();

    /** The machine's monotonic clock; its origin is this call. */
    static Clock system() {
        // System.nanoTime() may start anywhere and wrap around; counted from an origin, deadlines compare by a plain <.
        long origin = System.nanoTime();
        return () -> System.nanoTime() - origin;
    }
}
