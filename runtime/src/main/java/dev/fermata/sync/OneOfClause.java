package dev.fermata.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Select#oneOf}. */
final class OneOfClause<T extends @Nullable Object> extends Clause<T> {
    private final List<Clause<? extends T>> clauses;

    OneOfClause(List<Clause<? extends T>> clauses) {
        this.clauses = clauses;
    }

    @Override
    boolean attempt(Choice<? super T> choice) {
        for (Clause<? extends T> each : clauses) {
            if (each.attempt(choice)) {
                return true;
            }
        }
        return false;
    }

    @Override
    Withdrawable park(Choice<? super T> choice) {
        return Together.park(clauses, choice);
    }
}
