package oracle;

import dev.fermata.Completer;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import dev.fermata.processor.oracle.world.Driver;
import dev.fermata.processor.oracle.world.Run;
import dev.fermata.processor.oracle.world.Schedule;
import dev.fermata.testing.VirtualTime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The tested side: the body runs on a real loop. In each of the loop's iterations the oldest of the pending tasks is
 * completed, or the body cancelled, if that is what the schedule has for that task.
 */
public final class Side implements Driver {
    /** Iterations without a pending task after which a body that is not done counts as lost. */
    private static final int PATIENCE = 100;

    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Set<Integer> held = new HashSet<>();
    private final Completer<Void> end;
    private final EventLoop loop;
    private Task<?> body;
    private boolean isVoid;
    private Throwable reported;
    private int idle;

    /** A side for one run. */
    public Side() {
        loop = new VirtualTime().loop((what, failure) -> reported = failure);
        end = new Completer<>(loop);
    }

    /** @param decision completes the task; where the body is to be cancelled there, ends the wait if it was cancelled before */
    private record Pending(int index, boolean cancels, Runnable decision) {}

    <T> Task<T> decide(int index, T value, Throwable failure, Schedule schedule) {
        Completer<T> completer = new Completer<>();
        Runnable decision = () -> {
            if (failure == null || schedule.cancels(index)) {
                completer.complete(value);
            } else {
                completer.fail(failure);
            }
        };
        if (schedule.suspends(index)) {
            pending.add(new Pending(index, schedule.cancels(index), decision));
        } else {
            decision.run();
        }
        return completer.task();
    }

    <T> CompletableFuture<T> future(int index, T value, Throwable failure, Schedule schedule) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Runnable decision = () -> {
            if (failure == null || schedule.cancels(index)) {
                future.complete(value);
            } else {
                future.completeExceptionally(failure);
            }
        };
        if (schedule.suspends(index)) {
            pending.add(new Pending(index, schedule.cancels(index), decision));
        } else {
            decision.run();
        }
        return future;
    }

    @Override
    public Run run(Class<?> caseClass, Schedule schedule) throws ReflectiveOperationException {
        World world = new World(this, schedule);
        Object instance = caseClass.getConstructor().newInstance();
        Method method = caseClass.getMethod("body", World.class);
        try (loop) {
            loop.run(() -> {
                start(method, instance, world);
                loop.execute(this::iterate);
                return end.task();
            });
        }
        return new Run(outcome(world), world.events(), world.made(), held);
    }

    private void start(Method method, Object instance, World world) {
        try {
            isVoid = method.getReturnType() == void.class;
            body = (Task<?>) method.invoke(instance, world);
        } catch (InvocationTargetException thrown) {
            end.fail(new AssertionError("the call itself threw " + thrown.getCause(), thrown.getCause()));
        } catch (ReflectiveOperationException misshapen) {
            end.fail(misshapen);
        }
    }

    private void iterate() {
        try {
            step();
        } catch (Throwable unexpected) {
            end.fail(unexpected);
        }
        if (!end.isDone()) {
            loop.execute(this::iterate);
        }
    }

    private void step() {
        if (end.isDone()) {
            return;
        }
        if (isVoid ? pending.isEmpty() && ++idle > PATIENCE : body.isDone()) {
            end.complete(null);
            return;
        }
        if (!pending.isEmpty()) {
            idle = 0;
            Pending oldest = takeNext();
            held.add(oldest.index());
            if (oldest.cancels()) {
                body.cancel();
            }
            oldest.decision().run();
        } else if (++idle > PATIENCE) {
            end.fail(new AssertionError("the body is held, and nothing is pending"));
        }
    }

    /** The oldest; a cancellation only when nothing else is pending, for only then the body is surely held at that task. */
    private Pending takeNext() {
        Pending next = pending.stream().filter(one -> !one.cancels()).findFirst().orElse(pending.getFirst());
        pending.remove(next);
        return next;
    }

    /** The failure of a body without a task is what the loop was told; none if it ended. */
    private String outcome(World world) {
        if (isVoid) {
            return reported == null ? "value " + world.show(null) : "failure " + world.show(reported);
        }
        try {
            return "value " + world.show(body.result());
        } catch (Throwable failure) {
            return "failure " + world.show(failure);
        }
    }
}
