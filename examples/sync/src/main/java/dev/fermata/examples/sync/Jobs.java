package dev.fermata.examples.sync;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import dev.fermata.sync.Condition;
import dev.fermata.sync.Held;
import dev.fermata.sync.Mutex;
import java.util.ArrayDeque;
import java.util.Deque;

/** A condition: what a channel does, built by hand. */
@SuppressWarnings("try") // what is held is closed, and not used otherwise
final class Jobs {
    private final Mutex mutex = new Mutex();
    private final Condition notEmpty = mutex.newCondition();
    private final Deque<String> jobs = new ArrayDeque<>();

    @Async
    Task<String> take() {
        try (Held held = await(mutex.lock())) {
            while (jobs.isEmpty()) {
                await(notEmpty.awaitSignal(held));
            }
            return done(jobs.remove());
        }
    }

    @Async
    Task<Void> put(String job) {
        try (Held held = await(mutex.lock())) {
            jobs.add(job);
            notEmpty.signal();
        }
        return done();
    }
}
