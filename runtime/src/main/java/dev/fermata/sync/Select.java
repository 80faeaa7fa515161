package dev.fermata.sync;

import dev.fermata.Task;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the first of several things that may happen, of which exactly one then does:
 *
 * <pre>{@code
 * String line = await(Select.first(
 *         lines.receiving(),
 *         onDone(shutdown).as("bye"),
 *         after(Duration.ofSeconds(30)).as("anybody there?")));
 * }</pre>
 *
 * <p>Clauses are tried in the order in which they are given, and the first that can take effect at once does. Put first what
 * is rare and must not be missed, for a channel that always has an item keeps from their turn those after it. If none
 * can, all wait, each in its queue as if it were alone there; the first that is served takes effect, and the others are
 * withdrawn, as if they had never waited. A clause that fails, since its channel is closed or its task has failed,
 * takes effect by that.
 *
 * <p>So no item is lost, unlike when tasks are raced that receive: the loser of a race may have received, too. Loop-confined.
 */
public final class Select {
    private Select() {}

    /**
     * What the first clause that takes effect gives. Cancelling the task withdraws all of them.
     *
     * @throws IllegalArgumentException if there is no clause: it would never be done
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array goes no further than to be copied
    public static <T extends @Nullable Object> Task<T> first(Clause<? extends T>... clauses) {
        return Selection.of(oneOf(clauses));
    }

    /**
     * The first of several clauses, as one.
     *
     * @throws IllegalArgumentException if there is none
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied
    public static <T extends @Nullable Object> Clause<T> oneOf(Clause<? extends T>... clauses) {
        if (clauses.length == 0) {
            throw new IllegalArgumentException("to select from no clauses would take for ever: give at least one");
        }
        return new OneOfClause<>(List.of(clauses));
    }

    /**
     * A task's outcome, once it is there. Where another clause takes effect, or the selection is cancelled, the task goes
     * on.
     */
    public static <T extends @Nullable Object> Clause<T> onDone(Task<? extends T> task) {
        return new TaskClause<>(task);
    }

    /**
     * That so much time has passed since the selection began to wait. Zero, or less, takes effect at once: given last, it
     * keeps a selection from waiting at all.
     */
    public static Clause<Void> after(Duration duration) {
        return new TimeClause(duration);
    }
}
