package oracle;

import dev.fermata.Calls;
import dev.fermata.Fermata;
import dev.fermata.Task;
import dev.fermata.ToldFuture;
import dev.fermata.processor.oracle.world.Driver;
import dev.fermata.processor.oracle.world.Run;
import dev.fermata.processor.oracle.world.Schedule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * The oracle's side: the body runs through, as every task's outcome is known when it is awaited. Which awaits would have had
 * to wait matters only to a body that was cancelled: each of them throws, except those in handlers.
 */
public final class Side implements Driver {
    private final Set<Integer> awaited = new HashSet<>();

    /** The tasks that the tested side has not completed yet, in the order in which it will. */
    private final SortedSet<Integer> pending = new TreeSet<>();

    <T> Task<T> decide(int index, T value, Throwable failure, Schedule schedule) {
        if (schedule.suspends(index)) {
            pending.add(index);
        }
        Outcome<T> outcome = new Outcome<>(value, schedule.cancels(index) ? null : failure);
        return Task.from(() -> {
            awaited.add(index);
            if (pending.contains(index)) {
                waitFor(index, failure, schedule, outcome);
            }
            if (outcome.failure != null) {
                throw outcome.failure;
            }
            return outcome.value;
        });
    }

    private void waitFor(int index, Throwable failure, Schedule schedule, Outcome<?> outcome) {
        if (Calls.isInterrupted()) {
            pending.remove(index);
            outcome.failure = new CancellationException("the task was cancelled");
            return;
        }
        pending.removeIf(other -> !schedule.cancels(other) && (other <= index || schedule.cancels(index)));
        pending.remove(index);
        if (schedule.cancels(index) && Calls.cancel()) {
            outcome.failure = failure;
        }
    }

    private static final class Outcome<T> {
        final T value;
        Throwable failure;

        Outcome(T value, Throwable failure) {
            this.value = value;
            this.failure = failure;
        }
    }

    <T> CompletableFuture<T> future(int index, T value, Throwable failure, Schedule schedule) {
        if (schedule.suspends(index)) {
            pending.add(index);
        }
        CompletableFuture<T> uncancelled = new CompletableFuture<>();
        CompletableFuture<T> future = new ToldFuture<>(() -> {
            awaited.add(index);
            Outcome<T> outcome = new Outcome<>(value, null);
            if (pending.contains(index)) {
                waitFor(index, failure, schedule, outcome);
            }
            if (outcome.failure != null) {
                throw outcome.failure;
            }
            uncancelled.complete(value);
        });
        if (schedule.cancels(index)) {
            uncancelled.thenAccept(future::complete); // what depends on it runs only if the await is not told instead
        } else if (failure == null) {
            future.complete(value);
        } else {
            future.completeExceptionally(failure);
        }
        return future;
    }

    @Override
    public Run run(Class<?> caseClass, Schedule schedule) throws ReflectiveOperationException {
        World world = new World(this, schedule);
        Object instance = caseClass.getConstructor().newInstance();
        String outcome;
        Calls.reset();
        try {
            Method body = caseClass.getMethod("body", World.class);
            Task<?> task = (Task<?>) body.invoke(instance, world);
            outcome = "value " + world.show(body.getReturnType() == void.class ? null : valueOf(task));
        } catch (InvocationTargetException failed) {
            outcome = "failure " + world.show(failed.getCause());
        } catch (Awaited failed) {
            outcome = "failure " + world.show(failed.getCause());
        }
        return new Run(outcome, world.events(), world.made(), awaited);
    }

    /** Sets the failure of the task that the body returned apart from one of ours. */
    private static Object valueOf(Task<?> task) {
        try {
            return Fermata.await(task);
        } catch (Throwable failure) {
            throw new Awaited(failure);
        }
    }

    private static final class Awaited extends RuntimeException {
        private static final long serialVersionUID = 1;

        Awaited(Throwable cause) {
            super(cause);
        }
    }
}
