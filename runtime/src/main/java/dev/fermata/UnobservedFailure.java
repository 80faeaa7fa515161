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

    /** Of the call that failed: what tells its method and line, since the call itself must not be kept. Null if there is none. */
    private final @Nullable Class<?> machine;

    private final int state;

    UnobservedFailure(
            Task<?> task,
            @Nullable Frame<?> call,
            Throwable failure,
            UnobservedFailures owner,
            ReferenceQueue<? super Task<?>> unreachable) {
        super(task, unreachable);
        this.machine = call == null ? null : call.getClass();
        this.state = call == null ? 0 : call.state;
        this.failure = failure;
        this.owner = owner;
    }

    /** The call by which a task has failed; null if none is known. */
    static @Nullable Frame<?> call(Task<?> origin, Task<?> task) {
        return asCall(origin) != null ? asCall(origin) : asCall(task);
    }

    private static @Nullable Frame<?> asCall(Task<?> task) {
        return task instanceof Frame<?> frame && !(task instanceof Spawned<?>) ? frame : null;
    }

    /** What happened, for a report. */
    String what() {
        String what = "a task has failed, and nobody awaited it";
        if (machine == null) {
            return what;
        }
        StackTraceElement held = Suspension.position(machine, state);
        return what + ": " + Suspension.methodName(machine)
                + (held == null ? "" : ", last held at " + held.getFileName() + ":" + held.getLineNumber());
    }

    /** Takes this off the list, as the failure is observed now; false on another thread than the loop's. */
    boolean withdraw() {
        return owner.withdraw(this);
    }
}
