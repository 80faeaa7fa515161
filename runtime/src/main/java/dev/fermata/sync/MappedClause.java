package dev.fermata.sync;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link Clause#map}. */
final class MappedClause<T extends @Nullable Object, R extends @Nullable Object> extends Clause<R> {
    private final Clause<T> clause;
    private final Function<? super T, ? extends R> function;

    MappedClause(Clause<T> clause, Function<? super T, ? extends R> function) {
        this.clause = clause;
        this.function = function;
    }

    @Override
    boolean attempt(Choice<? super R> choice) {
        return clause.attempt(mapped(choice));
    }

    @Override
    Withdrawable park(Choice<? super R> choice) {
        return clause.park(mapped(choice));
    }

    private Choice<T> mapped(Choice<? super R> choice) {
        return new Choice<>() {
            @Override
            public void commit() {
                choice.commit();
            }

            @Override
            public void accept(T value) {
                R mapped;
                try {
                    mapped = function.apply(value);
                } catch (Throwable failure) { // it concerns who selects, not who happened to send
                    choice.fail(failure);
                    return;
                }
                choice.accept(mapped);
            }

            @Override
            public void fail(Throwable failure) {
                choice.fail(failure);
            }
        };
    }
}
