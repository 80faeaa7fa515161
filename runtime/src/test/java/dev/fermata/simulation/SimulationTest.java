package dev.fermata.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random programs on the runtime, each on virtual time and in an order of its own: {@code -Dfermata.simulation.count=1000000}
 * runs so many, and {@code -Dfermata.simulation.seed=S} begins with that seed, as the message of a failure says.
 */
final class SimulationTest {
    private static final long COUNT = Long.getLong("fermata.simulation.count", 1000);
    private static final long FIRST = Long.getLong("fermata.simulation.seed", 1);

    @Test
    void noRandomProgramFindsARuleBroken() {
        Simulation.run(FIRST, COUNT);
    }

    @Test
    void operationsThatAreLeftOutLeaveTheOthersAsTheyAre() {
        Run whole = new Run(2, Set.of());
        whole.run();
        Long last = whole.operations().get(whole.operations().size() - 1);

        Run without = new Run(2, Set.of(last));
        without.run();

        assertThat(without.operations())
                .isEqualTo(whole.operations().subList(0, whole.operations().size() - 1));
    }
}
