package dev.fermata.simulation;

import dev.fermata.Inside;
import dev.fermata.Task;
import dev.fermata.sync.Condition;
import dev.fermata.sync.Held;
import dev.fermata.sync.Mutex;
import dev.fermata.sync.RwLock;
import dev.fermata.sync.Semaphore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** The locks of a run, and what bodies hold of each. */
@NullUnmarked // lines for every kind
final class Locks {
    enum Kind {
        MUTEX(1),
        PERMITS(3),
        READ(Integer.MAX_VALUE),
        WRITE(1);

        final int most;

        Kind(int most) {
            this.most = most;
        }
    }

    private final World world;
    private final Mutex mutex = new Mutex();
    private final Condition condition = mutex.newCondition();
    private final Semaphore semaphore = new Semaphore(Kind.PERMITS.most);
    private final RwLock lock = new RwLock();
    private final Map<Kind, Integer> held = new EnumMap<>(Kind.class);
    private final Map<Kind, Line> lines = new EnumMap<>(Kind.class);

    /** Those that have waited for the condition, from first to last. */
    private final List<Node> waits = new ArrayList<>();

    Locks(World world) {
        this.world = world;
        for (Kind kind : Kind.values()) {
            held.put(kind, 0);
            lines.put(kind, new Line(world));
        }
        lines.put(Kind.WRITE, lines.get(Kind.READ)); // one queue
    }

    /** Locks one of them. */
    Node lock(long key) {
        Kind kind = Kind.values()[world.choices.pick(key, 3, 4)];
        if (world.choices.pick(key, 5, 4) > 0) { // most of a run's contend for the same
            boolean permits = world.choices.pick(0, 3, 2) == 0;
            kind = permits ? Kind.PERMITS : world.choices.pick(key, 6, 2) == 0 ? Kind.READ : Kind.WRITE;
        }
        return lock(kind, kind == Kind.PERMITS ? 1 + world.choices.pick(key, 4, kind.most) : 1);
    }

    Node lock(Kind kind, int weight) {
        Node node = switch (kind) {
            case MUTEX -> world.parked(mutex.lock(), () -> !mutex.isLocked());
            case PERMITS -> world.parked(semaphore.acquire(weight), () -> semaphore.available() >= weight);
            case READ -> world.parked(lock.read(), () -> held.get(Kind.WRITE) == 0);
            case WRITE -> world.parked(lock.write(), () -> isFree(Kind.READ) && isFree(Kind.WRITE));
        };
        node.lock = kind;
        node.weight = weight;
        return lines.get(kind).join(node);
    }

    /** Whether bodies have none of it, nor is it given to one that has not been resumed. */
    private boolean isFree(Kind kind) {
        return held.get(kind) == 0
                && world.nodes.stream().noneMatch(node -> node.lock == kind && node.task.isDone() && !node.taken);
    }

    /** A body has got what it waited for. */
    Hold take(Node node, Held given) {
        node.taken = true;
        Hold hold = new Hold(node, given, node.lock, node.weight);
        enter(hold);
        return hold;
    }

    private void enter(Hold hold) {
        int now = held.merge(hold.kind(), hold.weight(), Integer::sum);
        world.rule(now <= hold.kind().most, () -> now + " hold what is for less: " + hold);
        world.rule(
                held.get(Kind.READ) == 0 || held.get(Kind.WRITE) == 0, () -> "readers are in beside a writer: " + hold);
    }

    void release(Hold hold) {
        held.merge(hold.kind(), -hold.weight(), Integer::sum);
        hold.held().close();
    }

    /** Waits for the condition, without the mutex until it has it again. */
    Node waitForSignal(Hold hold) {
        held.merge(hold.kind(), -hold.weight(), Integer::sum);
        Node node = world.parked(condition.awaitSignal(hold.held()), null);
        node.restores = hold;
        waits.add(node);
        return node;
    }

    /** Such a wait is over, one way or another. */
    void hasAgain(Hold hold) {
        enter(hold);
        world.rule(mutex.isLocked(), () -> hold + " goes on without the mutex");
    }

    void signal(boolean all) {
        for (Node wait : waits) {
            if (!wait.signalled && !wait.task.isDone() && !wait.task.isCancelRequested()) {
                wait.signalled = true;
                if (!all) {
                    break;
                }
            }
        }
        if (all) {
            condition.signalAll();
        } else {
            condition.signal();
        }
    }

    /** What holds whenever nothing is ready. */
    void check() {
        lines.values().forEach(Line::check);
        for (Node wait : waits) {
            Task<?> task = wait.task;
            if (task.isDone()) {
                boolean normally = Inside.failure(task) == null && !task.isCancelled();
                world.rule(normally == wait.signalled, () -> wait + " was signalled, and ends otherwise, or was not");
            } else {
                world.rule(
                        !wait.signalled || mutex.isLocked(),
                        () -> wait + " was signalled, and waits for a mutex that is free");
            }
        }
    }

    /** What holds at the end. */
    void checkEnd() {
        check();
        world.rule(!mutex.isLocked(), () -> "the mutex is held by nobody");
        world.rule(semaphore.available() == Kind.PERMITS.most, () -> "a permit is held by nobody");
        held.forEach((kind, count) -> world.rule(count == 0, () -> kind + " is held by nobody"));
    }
}
