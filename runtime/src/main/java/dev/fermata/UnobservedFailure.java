package dev.fermata;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;

/**
 * Stands in a failed task for the failure until somebody asks for it. A phantom reference to the task, by which the loop
 * learns that nobody can ask any more.
 */
final class UnobservedFailure extends PhantomReference<Task<?>> {
    final Throwable failure;
    private final UnobservedFailures owner;

    @Nullable UnobservedFailure previous;

    @Nullable UnobservedFailure following;

    UnobservedFailure(
            Task<?> task, Throwable failure, UnobservedFailures owner, ReferenceQueue<? super Task<?>> unreachable) {
        super(task, unreachable);
        this.failure = failure;
        this.owner = owner;
    }

    /** Takes this off the list, as the failure is observed now; false on another thread than the loop's. */
    boolean withdraw() {
        return owner.withdraw(this);
    }
}
