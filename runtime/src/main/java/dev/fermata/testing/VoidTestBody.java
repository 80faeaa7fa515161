package dev.fermata.testing;

/**
 * A test that returns nothing.
 *
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface VoidTestBody<X extends Exception> {
    /** Runs the test, on the thread of its loop, up to the first await that has to wait. */
    void start(TestContext context) throws X;
}
