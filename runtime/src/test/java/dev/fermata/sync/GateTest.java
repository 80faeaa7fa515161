package dev.fermata.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Script;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // steps of Void
final class GateTest {
    @Test
    void anOpenOneIsPassedAtOnce() {
        OnLoop.run(() -> {
            assertThat(Gate.opened().pass().isDone()).isTrue();
            assertThat(Gate.shut().pass().isDone()).isFalse();
            assertThat(Gate.opened().isOpen()).isTrue();
        });
    }

    @Test
    void openingItLetsAllGoOnInTheOrderInWhichTheyCame() {
        List<String> trace = new ArrayList<>();
        OnLoop.run(() -> {
            Gate gate = Gate.shut();
            passing(gate, "first", trace);
            passing(gate, "cancelled", trace).cancel();
            Task<Void> last = passing(gate, "last", trace);
            gate.open();
            assertThat(trace).isEmpty();
            return last;
        });

        assertThat(trace).containsExactly("first", "last");
    }

    private static Task<Void> passing(Gate gate, String name, List<String> trace) {
        return Script.of(awaited -> gate.pass(), awaited -> {
            awaited.get();
            trace.add(name);
            return null;
        });
    }

    @Test
    void thoseWhoWaitedPassAlsoWhereItIsShutAgainAtOnce() {
        OnLoop.run(() -> {
            Gate gate = Gate.shut();
            Task<Void> before = gate.pass();
            gate.open();
            gate.close();
            Task<Void> after = gate.pass();
            assertThat(before.isDone()).isTrue();
            assertThat(after.isDone()).isFalse();
            assertThat(gate.isOpen()).isFalse();
        });
    }
}
