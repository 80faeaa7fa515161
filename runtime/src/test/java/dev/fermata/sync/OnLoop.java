package dev.fermata.sync;

import static dev.fermata.Fermata.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.EventLoop;
import dev.fermata.Task;
import dev.fermata.testing.VirtualTime;
import java.util.ArrayList;
import java.util.List;

/** Runs tests on a loop of virtual time, in which no failure may get lost. */
final class OnLoop {
    private OnLoop() {}

    interface Steps {
        void run() throws Exception;
    }

    interface Body {
        Task<?> start() throws Exception;
    }

    static void run(Steps steps) {
        run(() -> {
            steps.run();
            return done();
        });
    }

    static void run(Body body) {
        run(new VirtualTime(), body);
    }

    static void run(VirtualTime time, Body body) {
        List<Throwable> lost = new ArrayList<>();
        try (EventLoop loop = time.loop((what, failure) -> lost.add(failure))) {
            loop.<Object, RuntimeException>run(() -> untyped(body));
        }
        assertThat(lost).isEmpty();
    }

    @SuppressWarnings("unchecked") // its value is not looked at
    private static Task<Object> untyped(Body body) {
        try {
            return (Task<Object>) body.start();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
