package dev.fermata.flow;

import static dev.fermata.Fermata.done;

import dev.fermata.AsyncIterator;
import dev.fermata.AsyncSequence;
import dev.fermata.Task;
import java.util.concurrent.CompletableFuture;

/** The numbers up to a limit, each third one of which comes from another thread. */
final class Range implements AsyncSequence<Long> {
    private final long limit;
    int closed;

    Range(long limit) {
        this.limit = limit;
    }

    @Override
    public AsyncIterator<Long> iterator() {
        return new AsyncIterator<>() {
            private long next;

            @Override
            public Task<Boolean> advance() {
                next++;
                boolean there = next <= limit;
                return next % 3 == 0 ? Task.from(CompletableFuture.supplyAsync(() -> there)) : done(there);
            }

            @Override
            public Long current() {
                return next;
            }

            @Override
            public Task<Void> closeAsync() {
                closed++;
                return done();
            }
        };
    }
}
