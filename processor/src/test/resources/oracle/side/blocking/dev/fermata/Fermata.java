package dev.fermata;

/** The blocking stand-in: a body compiled against it runs as the plain Java that it reads as. */
public final class Fermata {
    private Fermata() {}

    public static <T> T await(Task<? extends T> task) {
        return task.get(false);
    }

    /** What an await is called, before compilation, that stands in a catch or finally block. */
    public static <T> T awaitInHandler(Task<? extends T> task) {
        return task.get(true);
    }

    public static Task<Void> done() {
        return Task.completed(null);
    }

    public static <T> Task<T> done(T value) {
        return Task.completed(value);
    }
}
