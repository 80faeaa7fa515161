package dev.fermata.flow;

import dev.fermata.AsyncIterator;
import dev.fermata.Completer;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;

/** Goes through an iteration to its end. */
final class Collected<T> {
    private final AsyncIterator<T> iterator;
    private final List<T> values = new ArrayList<>();
    private final Completer<List<T>> all = new Completer<>();

    private Collected(AsyncIterator<T> iterator) {
        this.iterator = iterator;
    }

    static <T> Task<List<T>> of(AsyncIterator<T> iterator) {
        Collected<T> collected = new Collected<>(iterator);
        collected.proceed();
        return collected.all;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the action completes what was returned
    private void proceed() {
        iterator.advance().toCompletableFuture().whenComplete((there, failure) -> {
            if (failure != null) {
                all.fail(failure);
            } else if (there) {
                values.add(iterator.current());
                proceed();
            } else {
                all.complete(values);
            }
        });
    }
}
