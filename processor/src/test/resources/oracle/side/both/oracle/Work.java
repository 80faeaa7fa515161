package oracle;

import dev.fermata.Task;

/** An interface whose lambdas may await: as {@code dev.fermata.AsyncCallable}, which the blocking side does not have. */
@FunctionalInterface
public interface Work<T, X extends Exception> {
    Task<T> call() throws X;
}
