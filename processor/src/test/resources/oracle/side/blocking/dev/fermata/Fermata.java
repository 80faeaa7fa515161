package dev.fermata;

/** The blocking stand-in: a body compiled against it runs as the plain Java that it reads as. */
public final class Fermata {
    private Fermata() {}

    public static <T> T await(Task<? extends T> task) {
        return task.get();
    }

    /**
     * What the harness makes of it: the place is told before the task is made.
     *
     * @param after the place of the await that this one is within, whose task is made next
     */
    public static <T> T await(Calls.Place place, Task<? extends T> task, Calls.Place after) {
        Calls.at(place);
        return task.get(after);
    }

    public static Task<Void> done() {
        return Task.completed(null);
    }

    public static <T> Task<T> done(T value) {
        return Task.completed(value);
    }
}
