package dev.fermata;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out that a task can never be done. It can be if it awaits, over however many others, something that is not ended by
 * other tasks alone: a timer, a channel, a lock, what other threads complete. If there is no such thing, tasks await each
 * other in a circle.
 *
 * <p>Only an await by a task that is awaited itself can close a circle. If it goes through calls alone, it is found at that
 * await. Otherwise, and for the task that the loop runs for, it is looked for when the loop has nothing to run: nothing that
 * is awaited is ready then, and the search costs no more than the way to the first thing that could end it.
 */
final class Deadlock {
    /** So long a chain of awaits is followed before it is suspected of being a circle. */
    private static final int LONG_CHAIN = 1_000;

    /** So long a chain is followed at an await. */
    private static final int SHORT_CHAIN = 64;

    private Deadlock() {}

    /**
     * Looks whether {@code call}, which somebody awaits, closes a circle when it awaits a task of its loop.
     *
     * @throws DeadlockException if it does, by way of calls alone. Where that is not clear, it is looked at later
     */
    static void check(Frame<?> call, Task<?> awaited) {
        Task<?> each = awaited;
        for (int i = 0; i < SHORT_CHAIN; i++) {
            if (each == call) {
                throw new DeadlockException(message(chain(call, awaited)));
            }
            if (!(each instanceof Frame<?> frame)) {
                if (each instanceof Combinator<?> || each instanceof TaskScope.Closing) {
                    break;
                }
                return;
            }
            Task<?> next = frame.heldAt();
            if (next == null || next.isDone()) {
                return;
            }
            each = next;
        }
        call.loop.suspects.add(call);
    }

    /** A call, what it is about to await, and what that awaits, up to the call itself. */
    private static List<Task<?>> chain(Frame<?> call, Task<?> awaited) {
        List<Task<?>> chain = new ArrayList<>(List.of(call));
        for (Task<?> each = awaited; each != call; each = requireNonNull(((Frame<?>) each).heldAt())) {
            chain.add(each);
        }
        return chain;
    }

    /** Whether a task, over however many others, awaits itself. */
    static boolean isInCircle(Task<?> task) {
        Set<Task<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Iterator<Task<?>>> way = new ArrayDeque<>();
        way.push(blockersOf(task));
        while (!way.isEmpty()) {
            if (!way.element().hasNext()) {
                way.pop();
                continue;
            }
            Task<?> each = way.element().next();
            if (each == task) {
                return true;
            }
            if (seen.add(each)) {
                way.push(blockersOf(each));
            }
        }
        return false;
    }

    private static Iterator<Task<?>> blockersOf(Task<?> task) {
        Iterator<Task<?>> blockers = task.blockers();
        return blockers == null ? Collections.emptyIterator() : blockers;
    }

    /** If {@code task} can never be done, has one of those that await each other throw a {@link DeadlockException}. */
    static void resolve(Task<?> task) {
        if (!canEnd(task)) {
            List<Task<?>> circle = circle(task);
            Frame<?> victim = (Frame<?>) circle.stream()
                    .filter(Frame.class::isInstance)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("a circle without a method"));
            victim.wakeWith(new DeadlockException(message(circle)));
        }
    }

    private static boolean canEnd(Task<?> task) {
        Task<?> each = task;
        for (int i = 0; i < LONG_CHAIN; i++) {
            Task<?> blocker = oneBlocker(each);
            if (blocker == null) {
                return true;
            }
            each = blocker;
        }
        return search(task);
    }

    /** The first of a task's blockers; null if it can end without. Makes nothing for calls, of which long chains consist. */
    private static @Nullable Task<?> oneBlocker(Task<?> task) {
        if (task instanceof Frame<?> frame) {
            Task<?> awaited = frame.heldAt();
            return awaited == null || awaited.isDone() ? null : awaited;
        }
        Iterator<Task<?>> blockers = task.blockers();
        return blockers == null ? null : blockers.next();
    }

    /** Depth first, so that of many which are awaited no more are looked at than it takes to find one that can end. */
    private static boolean search(Task<?> from) {
        Set<Task<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Iterator<Task<?>>> way = new ArrayDeque<>();
        way.push(List.<Task<?>>of(from).iterator());
        while (!way.isEmpty()) {
            if (!way.element().hasNext()) {
                way.pop();
                continue;
            }
            Task<?> task = way.element().next();
            if (seen.add(task)) {
                Iterator<Task<?>> blockers = task.blockers();
                if (blockers == null) {
                    return true;
                }
                way.push(blockers);
            }
        }
        return false;
    }

    /** Where none can end, each way leads into a circle. */
    private static List<Task<?>> circle(Task<?> from) {
        List<Task<?>> way = new ArrayList<>();
        Set<Task<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Task<?> each = from;
        while (seen.add(each)) {
            way.add(each);
            each = requireNonNull(each.blockers()).next();
        }
        Task<?> first = each;
        while (way.get(0) != first) {
            way.remove(0);
        }
        return way;
    }

    private static String message(List<Task<?>> circle) {
        List<Task<?>> closed = new ArrayList<>(circle);
        closed.add(circle.get(0));
        return "deadlock: "
                + closed.stream().map(Deadlock::describe).collect(Collectors.joining(", which awaits "))
                + ": none of them would ever be done";
    }

    /** A task for a message: the {@code @Async} method, where it is the call of one. */
    static String describe(@Nullable Task<?> task) {
        if (task == null) {
            return "nothing";
        }
        Class<?> type = task.getClass();
        Class<?> owner = type.getNestHost();
        String name = type.getSimpleName();
        if (owner != type && name.startsWith(owner.getSimpleName() + "_")) {
            return owner.getSimpleName() + "."
                    + name.substring(owner.getSimpleName().length() + 1);
        }
        return task.description();
    }
}
