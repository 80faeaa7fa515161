package dev.fermata;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The spawned tasks of a loop, or of a {@link TaskScope}, that are not done, in the order in which they were spawned.
 * Loop-confined.
 */
class SpawnedTasks {
    private @Nullable Spawned<?> last;

    /** Is run when a task has ended and one is left. */
    @Nullable Runnable whenOneIsLeft;

    final void add(Spawned<?> task) {
        task.previous = last;
        if (last != null) {
            last.following = task;
        }
        last = task;
    }

    final void remove(Spawned<?> task) {
        Spawned<?> before = task.previous;
        Spawned<?> after = task.following;
        if (before != null) {
            before.following = after;
        }
        if (after != null) {
            after.previous = before;
        } else {
            last = before;
        }
        task.previous = null;
        task.following = null;
        if (whenOneIsLeft != null && isOnlyOne()) {
            whenOneIsLeft.run();
        }
    }

    /** Whether there is one, and no other. */
    final boolean isOnlyOne() {
        return last != null && last.previous == null;
    }

    final int size() {
        int size = 0;
        for (Spawned<?> each = last; each != null; each = each.previous) {
            size++;
        }
        return size;
    }

    /** Told when a task has ended. Nothing here: the loop leaves a failure to those who await the task. */
    void ended(Spawned<?> task) {}

    /** All of them, oldest first. */
    final List<Task<?>> all() {
        Deque<Task<?>> all = new ArrayDeque<>();
        for (Spawned<?> each = last; each != null; each = each.previous) {
            all.addFirst(each);
        }
        return List.copyOf(all);
    }

    final @Nullable Spawned<?> last() {
        return last;
    }

    /** From the last one on, each found when it is asked for. None may end meanwhile. */
    final Iterator<Task<?>> newestFirst() {
        return new Iterator<>() {
            private @Nullable Spawned<?> following = last;

            @Override
            public boolean hasNext() {
                return following != null;
            }

            @Override
            public Task<?> next() {
                Spawned<?> next = following;
                if (next == null) {
                    throw new NoSuchElementException();
                }
                following = next.previous;
                return next;
            }
        };
    }

    /**
     * Cancels all, the oldest first: those that await the same task mostly came to it in that order, and the first of its
     * waiters leaves it at once, the last only after a look at all.
     */
    final void cancelAll() {
        Spawned<?> each = last;
        while (each != null && each.previous != null) {
            each = each.previous;
        }
        while (each != null) {
            each.cancel(); // only requests: none leaves the list meanwhile
            each = each.following;
        }
    }
}
