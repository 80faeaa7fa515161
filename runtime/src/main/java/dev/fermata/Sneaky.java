package dev.fermata;

/** Throws a failure as it is, checked or not: an asynchronous method declares what its outcome may throw. */
final class Sneaky {
    private Sneaky() {}

    /** Never returns; typed so that a caller can write {@code throw} and javac sees the end of the path. */
    static RuntimeException raise(Throwable failure) {
        throw Sneaky.<RuntimeException>uncheck(failure);
    }

    @SuppressWarnings("unchecked") // erased: the cast does nothing, which is the point
    private static <X extends Throwable> X uncheck(Throwable failure) throws X {
        throw (X) failure;
    }
}
