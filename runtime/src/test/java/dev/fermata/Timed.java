package dev.fermata;

import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.sleep;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.NullUnmarked;

/** Tasks that end after so many seconds of virtual time. */
@NullUnmarked // tests pass what they like
final class Timed {
    private Timed() {}

    /** Ends with a value. */
    static <T> Task<T> value(int seconds, T value) {
        return Script.of(awaited -> sleep(Duration.ofSeconds(seconds)), awaited -> {
            awaited.get();
            return done(value);
        });
    }

    /** Ends with a failure. */
    static <T> Task<T> failure(int seconds, Throwable failure) {
        return Script.of(awaited -> sleep(Duration.ofSeconds(seconds)), awaited -> {
            awaited.get();
            throw failure;
        });
    }

    /** Ends only when it is cancelled, and so many seconds later, as {@code last} does. */
    static <T> Task<T> untilCancelled(int seconds, Script.Step last) {
        return Script.of(
                awaited -> new Completer<>(),
                Script.handler(awaited -> {
                    try {
                        return awaited.get();
                    } catch (CancellationException e) {
                        return sleep(Duration.ofSeconds(seconds));
                    }
                }),
                Script.handler(awaited -> {
                    awaited.get();
                    return last.take(awaited);
                }));
    }

    /** Likewise, with the cancellation. */
    static <T> Task<T> untilCancelled(int seconds) {
        return untilCancelled(seconds, awaited -> {
            throw new CancellationException("cleaned up");
        });
    }
}
