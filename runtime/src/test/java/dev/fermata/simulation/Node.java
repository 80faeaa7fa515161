package dev.fermata.simulation;

import dev.fermata.Completer;
import dev.fermata.Task;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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

    /** Whether one that is parked could have what it waits for; null for other kinds. */
    @Nullable BooleanSupplier servable;

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

    @Override
    public String toString() {
        return kind + " " + number;
    }
}
