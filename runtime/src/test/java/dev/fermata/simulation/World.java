package dev.fermata.simulation;

import dev.fermata.Clock;
import dev.fermata.Deadline;
import dev.fermata.EventLoop;
import dev.fermata.Inside;
import dev.fermata.ReadyOrder;
import dev.fermata.Task;
import dev.fermata.TaskLocal;
import dev.fermata.testing.VirtualTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;

/** One run: the loop, all that was made on it, and what was noted of it. */
@NullUnmarked
final class World {
    /** How many bodies there may be; beyond, operations are small. */
    private static final int MOST_BODIES = 40;

    /** A run that looks at the clock more often makes no progress. */
    private static final int MOST_STEPS = 200_000;

    /** What the task local has where nothing is bound. */
    static final int UNBOUND = -1;

    final Choices choices;
    final boolean fifo;
    final Operations operations = new Operations(this);
    final List<Node> nodes = new ArrayList<>();
    final List<Scope> scopes = new ArrayList<>();
    final List<Failure> failures = new ArrayList<>();

    /** Those that somebody has begun to wait for, and those that others did, too. */
    private final Set<Task<?>> used = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<Task<?>> shared = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What was cancelled as itself: a call that never waited is the task which it returned. */
    final Set<Task<?>> cancelled = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What was offloaded and is not done yet: the simulated other threads do it. */
    final Deque<Runnable> jobs = new ArrayDeque<>();

    final Locks locks = new Locks(this);
    final Meetings meetings = new Meetings(this);
    final Traffic buffered = new Traffic(this, 2);
    final Traffic rendezvous = new Traffic(this, 0);
    final TaskLocal<Integer> local = TaskLocal.named("body", UNBOUND);
    final VirtualTime time = new VirtualTime();
    final EventLoop loop;

    /** A hash of all events, in their order. */
    long trace;

    /** What happens, in words; null if nobody reads it. */
    List<String> log;

    /** One that was set some time ago; null before. */
    Deadline deadline;

    private int steps;
    private int messages;
    private int arrived;
    private int levels;
    private long stamps;
    private long lastReady;
    private Node lastWoken;
    private Violation violation;

    World(long seed, Choices choices) {
        this.choices = choices;
        this.fifo = (seed & 1) == 0;
        ReadyOrder order = fifo ? ReadyOrder.fifo() : ReadyOrder.seeded(seed);
        Clock clock = this::step;
        this.loop = new EventLoop(clock, new Outside(this), order, (what, failure) -> reported(failure));
    }

    long now() {
        return time.nanos();
    }

    /** The clock of the loop, which it looks at before it goes on. */
    private long step() {
        if (++steps > MOST_STEPS) {
            throwViolation();
            rule(false, () -> "the run does not end");
        }
        return time.nanos();
    }

    /** Must hold; what a body throws could be lost in the runtime that is tested, so it is kept, too. */
    void rule(boolean holds, Supplier<String> broken) {
        if (!holds) {
            Violation found = new Violation(broken.get());
            if (violation == null) {
                violation = found;
            }
            throw found;
        }
    }

    void throwViolation() {
        if (violation != null) {
            throw violation;
        }
    }

    void event(long what, long more) {
        trace = (trace * 31 + what) * 31 + more;
    }

    void note(Supplier<String> text) {
        if (log != null) {
            log.add(now() + " " + text.get());
        }
    }

    long nextStamp() {
        return ++stamps;
    }

    int nextLevel() {
        return ++levels;
    }

    boolean isFull() {
        return levels >= MOST_BODIES;
    }

    /** What became ready before is resumed before. */
    void becameReady(long stamp, Object resumed) {
        if (fifo) {
            rule(stamp >= lastReady, () -> resumed + " became ready before what was resumed before it");
            lastReady = stamp;
        }
    }

    /** Those of one deadline wake up in the order in which they went to sleep. */
    void woke(Node sleep) {
        Node before = lastWoken;
        boolean inOrder = before == null
                || before.deadline < sleep.deadline
                || before.deadline == sleep.deadline && before.number <= sleep.number;
        rule(!fifo || inOrder, () -> sleep + " wakes up after " + before);
        lastWoken = sleep;
    }

    Node add(Node.Kind kind, Task<?> task, int level) {
        Node node = new Node(nodes.size(), kind, task, level);
        nodes.add(node);
        event(kind.name().hashCode(), node.number);
        note(() -> node + " of level " + level + (task.isDone() ? " is made, done" : " is made"));
        return node;
    }

    Node parked(Task<?> task, BooleanSupplier servable) {
        Node node = add(Node.Kind.PARKED, task, Integer.MAX_VALUE);
        node.servable = servable;
        return node;
    }

    /** Somebody begins to wait for a task. */
    void use(Task<?> task) {
        if (!used.add(task)) {
            shared.add(task);
        }
    }

    /** Whether more than one has waited for a task, or does. */
    boolean isShared(Task<?> task) {
        return shared.contains(task);
    }

    Failure failure() {
        Failure failure = new Failure(failures.size());
        failures.add(failure);
        return failure;
    }

    /** An await has thrown that: none of what it tells of is lost. */
    void saw(Throwable thrown) {
        saw(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** Two failures may suppress each other, where two combinators met them in different orders. */
    private void saw(Throwable thrown, Set<Throwable> before) {
        if (!before.add(thrown)) {
            return;
        }
        if (thrown instanceof Failure failure) {
            failure.seen = true;
        }
        if (thrown instanceof Violation found && violation == null) {
            violation = found;
        }
        for (Throwable each : thrown.getSuppressed()) {
            saw(each, before);
        }
    }

    private void reported(Throwable thrown) {
        if (thrown instanceof Failure failure) {
            failure.reports++;
            for (Throwable each : failure.getSuppressed()) {
                saw(each);
            }
        } else {
            saw(thrown);
        }
    }

    /** Does one thing that other threads do; false if there is nothing. */
    boolean actFromElsewhere(long key) {
        sendMessage();
        if (!jobs.isEmpty()) {
            Runnable job = jobs.remove();
            note(() -> "another thread does a job");
            Inside.fromElsewhere(loop, job);
            return true;
        }
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node.completer != null && !node.task.isDone() && !node.decided) {
                node.decided = true;
                boolean fails = choices.pick(key, 1, 4) == 0;
                note(() -> node + " is decided by another thread");
                Inside.fromElsewhere(loop, () -> node.decide(this, fails));
                return true;
            }
        }
        return false;
    }

    /** What other threads hand over arrives in the order in which they do. */
    private void sendMessage() {
        int number = messages++;
        Runnable message = () -> rule(arrived++ == number, () -> "message " + number + " does not come in its turn");
        Inside.fromElsewhere(loop, () -> loop.execute(message));
    }
}
