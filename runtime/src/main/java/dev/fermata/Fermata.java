package dev.fermata;

/** The vocabulary, for {@code import static dev.fermata.Fermata.*}. (Skeleton.) */
public final class Fermata {
    private Fermata() {}

    public static <T> T await(Task<T> task) {
        throw new UnsupportedOperationException();
    }

    public static Task<Void> done() {
        throw new UnsupportedOperationException();
    }

    public static <T> Task<T> done(T value) {
        throw new UnsupportedOperationException();
    }
}
