package dev.fermata.testing;

import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.sleep;
import static dev.fermata.testing.Checkpoints.assertCheckpoints;
import static dev.fermata.testing.Checkpoints.assertNoCheckpoints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.EventLoop;
import dev.fermata.Fermata;
import dev.fermata.Script;
import dev.fermata.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // completes tasks of Void
class CheckpointsTest {
    private final List<Throwable> lost = new ArrayList<>();

    private <T> T run(Script.Step work) {
        try (EventLoop loop = new VirtualTime().loop((what, failure) -> lost.add(failure))) {
            return loop.run(() -> Script.of(work));
        }
    }

    @Test
    void workThatWaitsGivesWay() {
        String value = run(
                start -> assertCheckpoints(() -> Script.of(awaited -> Fermata.checkpoint(), awaited -> done("value"))));
        assertThat(value).isEqualTo("value");
        assertThatThrownBy(() -> run(start -> assertNoCheckpoints(() -> sleep(Duration.ofHours(1)))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("waits");
    }

    @Test
    void workThatIsDoneAtOnceDoesNot() {
        String value = run(start -> assertNoCheckpoints(() -> done("value")));
        assertThat(value).isEqualTo("value");
        assertThatThrownBy(() -> run(start -> assertCheckpoints(() -> done("value"))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ended without");
    }

    @Test
    void workThatFailsAtOnceSaysWhyItDidNotGiveWay() {
        IOException failure = new IOException("broken");
        assertThatThrownBy(() -> run(start -> assertCheckpoints(() -> Task.failed(failure))))
                .isInstanceOf(AssertionError.class)
                .hasSuppressedException(failure);
        assertThat(lost).isEmpty();
    }
}
