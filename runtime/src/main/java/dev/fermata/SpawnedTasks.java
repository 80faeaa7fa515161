package dev.fermata;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spawned tasks of a loop that are not done, in the order in which they were spawned. Loop-confined. */
final class SpawnedTasks {
    private @Nullable Spawned<?> last;

    void add(Spawned<?> task) {
        task.previous = last;
        if (last != null) {
            last.following = task;
        }
        last = task;
    }

    void remove(Spawned<?> task) {
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
    }

    /** All of them, oldest first. */
    List<Task<?>> all() {
        Deque<Task<?>> all = new ArrayDeque<>();
        for (Spawned<?> each = last; each != null; each = each.previous) {
            all.addFirst(each);
        }
        return List.copyOf(all);
    }

    @Nullable Spawned<?> last() {
        return last;
    }

    /** Cancels all that were not before; the last one first, as blocks are left. */
    void cancelLeftBehind() {
        Spawned<?> each = last;
        while (each != null) {
            Spawned<?> before = each.previous; // cancelling only requests: none leaves the list meanwhile
            if (!each.leftBehind) {
                each.leftBehind = true;
                each.cancel();
            }
            each = before;
        }
    }
}
