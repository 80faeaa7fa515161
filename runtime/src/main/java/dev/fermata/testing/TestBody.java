package dev.fermata.testing;

import dev.fermata.Task;
import org.jspecify.annotations.Nullable;

/**
 * A test, such as a call of an {@link dev.fermata.Async} method.
 *
 * @param <T> the type of its value
 * @param <X> what it declares to throw; {@link RuntimeException} where it declares nothing
 */
@FunctionalInterface
public interface TestBody<T extends @Nullable Object, X extends Exception> {
    /** Starts the test. */
    Task<T> start(TestContext context) throws X;
}
