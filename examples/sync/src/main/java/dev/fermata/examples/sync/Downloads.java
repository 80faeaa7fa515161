package dev.fermata.examples.sync;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import dev.fermata.sync.Semaphore;
import java.util.function.Function;

/** At most so many at a time. */
@SuppressWarnings("try") // what is held is closed, and not used otherwise
final class Downloads {
    private final Semaphore semaphore = new Semaphore(10);
    private final Function<String, Task<byte[]>> client;

    Downloads(Function<String, Task<byte[]>> client) {
        this.client = client;
    }

    @Async
    Task<byte[]> download(String address) {
        try (var permit = await(semaphore.acquire())) {
            return done(await(client.apply(address)));
        }
    }
}
