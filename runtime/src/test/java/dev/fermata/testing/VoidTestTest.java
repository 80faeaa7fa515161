package dev.fermata.testing;

import static dev.fermata.Fermata.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Completer;
import dev.fermata.Fermata;
import dev.fermata.Task;
import dev.fermata.VoidFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that return nothing. */
class VoidTestTest {
    private final List<Duration> ended = new ArrayList<>();

    /** As the processor would compile {@code await(task); end.run();}. */
    private static final class Ending extends VoidFrame {
        private final Runnable end;

        private Ending(Runnable end) {
            this.end = end;
        }

        static void after(Task<?> task, Runnable end) {
            new Ending(end).suspend(task, 1);
        }

        @Override
        protected void resume() {
            try {
                result(awaited());
                end.run();
                complete(this, null);
            } catch (Throwable failure) {
                fail(this, failure);
            }
        }
    }

    @Test
    void oneEndsWhenTheVoidCallsHaveEnded() {
        TestLoop.virtual().runVoid(test -> {
            Ending.after(sleep(Duration.ofHours(1)), () -> ended.add(test.time().elapsed()));
            Ending.after(sleep(Duration.ofHours(2)), () -> ended.add(test.time().elapsed()));
        });

        assertThat(ended).containsExactly(Duration.ofHours(1), Duration.ofHours(2));
    }

    @Test
    void oneFailsAsTheVoidCallDoesWithTheSameObject() {
        AssertionError failure = new AssertionError("after an hour");

        assertThatThrownBy(() -> TestLoop.virtual()
                        .runVoid(test -> Ending.after(sleep(Duration.ofHours(1)), () -> {
                            throw failure;
                        })))
                .isSameAs(failure);
    }

    @Test
    void oneFailsAsItDoesBeforeItsFirstAwait() {
        AssertionError failure = new AssertionError("at once");

        assertThatThrownBy(() -> TestLoop.virtual().runVoid(test -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void oneThatHangsIsEndedAndShowsWhatItWaitsFor() {
        assertThatThrownBy(() -> TestLoop.virtual()
                        .withTimeout(Duration.ofMillis(200))
                        .runVoid(test -> Ending.after(new Completer<>(), () -> {})))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("gather\n└─ VoidTestTest$Ending")
                .hasMessageContaining("a Completer");
    }

    @Test
    void whatItLeavesBehindFailsIt() {
        assertThatThrownBy(() -> TestLoop.virtual().runVoid(test -> Fermata.spawn(() -> sleep(Duration.ofHours(1)))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a sleep of PT1H");
    }
}
