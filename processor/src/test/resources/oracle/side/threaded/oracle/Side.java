package oracle;

import dev.fermata.Fermata;
import dev.fermata.Task;
import dev.fermata.ToldFuture;
import dev.fermata.processor.oracle.world.Driver;
import dev.fermata.processor.oracle.world.Run;
import dev.fermata.processor.oracle.world.Schedule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** The harness's own check: the body runs on a thread of its own, which takes turns with the one that completes tasks. */
public final class Side implements Driver {
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Semaphore bodysTurn = new Semaphore(0);
    private final Semaphore ourTurn = new Semaphore(0);
    private Task<?> result;
    private Throwable failure;

    private record Pending(int index, Runnable decision) {}

    <T> Task<T> decide(int index, T value, Throwable failure, Schedule schedule) {
        Task<T> task = new Task<>();
        if (schedule.suspends(index)) {
            pending.add(new Pending(index, () -> task.complete(value, failure)));
        } else {
            task.complete(value, failure);
        }
        return task;
    }

    <T> CompletableFuture<T> future(int index, T value, Throwable failure, Schedule schedule) {
        Task<T> task = decide(index, value, failure, schedule);
        CompletableFuture<T> future = new ToldFuture<>(() -> {
            while (!task.isDone()) {
                Task.HOLD.get().run();
            }
        });
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
        Thread body = new Thread(() -> body(caseClass, instance, world));
        body.setDaemon(true);
        body.start();
        ourTurn.acquireUninterruptibly();
        Set<Integer> held = new HashSet<>();
        while (failure == null && !(result != null && result.isDone())) {
            Pending oldest = pending.remove();
            oldest.decision().run();
            held.add(oldest.index());
            if (result == null) {
                bodysTurn.release();
                ourTurn.acquireUninterruptibly();
            }
        }
        return new Run(outcome(world), world.events(), world.made(), held);
    }

    private void body(Class<?> caseClass, Object instance, World world) {
        Task.HOLD.set(() -> {
            ourTurn.release();
            bodysTurn.acquireUninterruptibly();
        });
        try {
            Method body = caseClass.getMethod("body", World.class);
            Task<?> task = (Task<?>) body.invoke(instance, world);
            result = body.getReturnType() == void.class ? Fermata.done() : task;
        } catch (InvocationTargetException failed) {
            failure = failed.getCause();
        } catch (ReflectiveOperationException misshapen) {
            failure = misshapen;
        } finally {
            ourTurn.release();
        }
    }

    private String outcome(World world) {
        try {
            if (failure == null) {
                return "value " + world.show(result.get());
            }
        } catch (Throwable awaited) {
            failure = awaited;
        }
        return "failure " + world.show(failure);
    }
}
