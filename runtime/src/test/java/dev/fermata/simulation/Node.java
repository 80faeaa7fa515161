package dev.fermata.simulation;

import dev.fermata.Completer;
import dev.fermata.Task;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A task of a run, and what the simulation knows of it. */
final class Node {
    enum Kind {
        CALL,
        SPAWNED,
        COMPLETER,
        SLEEP,
        GATHER,
        RACE,
        ANY_SUCCESSFUL,
        SHIELD,
        TIMEOUT,
        RETRY,
        ITERATION,
        PARKED,
        OFFLOAD
    }

    /** The stamp of a task that ended when nobody looked. */
    static final long UNKNOWN = -1;

    final int number;
    final Kind kind;
    final Task<?> task;

    /** A body awaits only what is of a higher level than itself: so there are no cycles. */
    final int level;

    /** Those that wait for it as far as they are calls, in the order in which they came. */
    final Deque<Call> waiters = new ArrayDeque<>();

    /** What a combinator waits for; none otherwise. */
    final List<Node> children = new ArrayList<>();

    /** What a retry has tried; none otherwise. */
    List<Node> attempts = List.of();

    /** When a sleep is to end, or a timeout may end for lack of time. */
    long deadline;

    /** When it ended, as a number that grows with each event; those who awaited it became ready then. */
    long stamp = UNKNOWN;

    /** Whether one that is parked could have what it waits for, where it is the first of its line; null: nobody can say. */
    @Nullable BooleanSupplier servable;

    /** Whether it may end as a task that it waits for. */
    boolean selects;

    /** Where one that is parked stands; null if in no line. */
    @Nullable Line line;

    /** What it locks; null if nothing. */
    Locks.@Nullable Kind lock;

    /** How much of that. */
    int weight;

    /** Whether a body has what it locks. */
    boolean taken;

    /** What it has given up until it ends, and then has again; null but for one that waits for the condition. */
    @Nullable Hold restores;

    /** Whether one that waits for the condition is to go on. */
    boolean signalled;

    /** The body of a call; null for other kinds. */
    @Nullable Body body;

    /** Null for other kinds. */
    @Nullable Completer<Integer> completer;

    /** Whether a completer was given its outcome by another thread. */
    boolean decided;

    Node(int number, Kind kind, Task<?> task, int level) {
        this.number = number;
        this.kind = kind;
        this.task = task;
        this.level = level;
    }

    /** Whether it ends as cancelled only if somebody cancels it. */
    boolean isLeaf() {
        return switch (kind) {
            case SLEEP, COMPLETER, OFFLOAD -> true;
            case PARKED -> !selects;
            default -> false;
        };
    }

    /** Gives a completer its outcome. */
    void decide(World world, boolean fails) {
        Completer<Integer> given = Objects.requireNonNull(completer);
        if (!fails) {
            given.complete(number);
            return;
        }
        Failure failure = world.failure();
        if (!given.fail(failure)) {
            failure.seen = true;
        }
    }

    @Override
    public String toString() {
        return kind + " " + number;
    }
}
