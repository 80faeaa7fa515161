package oracle;

import dev.fermata.Fermata;
import dev.fermata.Task;
import dev.fermata.ToldFuture;
import dev.fermata.processor.oracle.world.Driver;
import dev.fermata.processor.oracle.world.Run;
import dev.fermata.processor.oracle.world.Schedule;
import java.lang.reflect.InvocationTargetException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The oracle's side: every task is decided when it is made, so that the body runs through. */
public final class Side implements Driver {
    private final Set<Integer> awaited = new HashSet<>();

    <T> Task<T> decide(int index, T value, Throwable failure, Schedule schedule) {
        Task<T> task = failure == null ? Task.completed(value) : Task.failed(failure);
        return task.whenAwaited(() -> awaited.add(index));
    }

    <T> CompletableFuture<T> future(int index, T value, Throwable failure, Schedule schedule) {
        CompletableFuture<T> future = new ToldFuture<>(() -> awaited.add(index));
        if (failure == null) {
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
        try {
            Task<?> task = (Task<?>) caseClass.getMethod("body", World.class).invoke(instance, world);
            outcome = "value " + world.show(valueOf(task));
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
