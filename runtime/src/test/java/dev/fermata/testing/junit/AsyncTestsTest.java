package dev.fermata.testing.junit;

import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fermata.EventLoop;
import dev.fermata.Task;
import dev.fermata.testing.SimulatedNetwork;
import dev.fermata.testing.TestContext;
import dev.fermata.testing.VirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Runs itself as an example, and looks at the end at how it was run. */
class AsyncTestsTest implements AsyncTests {
    private static final List<OptionalLong> SEEDS = new ArrayList<>();
    private static int tests;
    private boolean prepared;

    @BeforeEach
    void prepare() {
        assertThat(prepared).as("an instance of its own").isFalse();
        prepared = true;
    }

    @AfterEach
    void count() {
        tests++;
    }

    @AsyncTest
    Task<Void> timeIsVirtualAndThePartsAreThoseOfTheTest(
            TestContext context, EventLoop loop, VirtualTime time, SimulatedNetwork network) {
        assertThat(prepared).isTrue();
        assertThat(EventLoop.current()).isSameAs(loop).isSameAs(context.loop());
        assertThat(time).isSameAs(context.time()).isSameAs(loop.clock());
        assertThat(network).isSameAs(context.network());
        return sleep(Duration.ofHours(1));
    }

    @AsyncTest(shuffles = 2)
    Task<Void> aTestIsRunInOrderAndShuffled(TestContext context) {
        SEEDS.add(context.seed());
        return done();
    }

    @AsyncTest(seeds = {42, 43})
    Task<Void> aTestIsRunWithTheSeedsThatItNames(TestContext context) {
        SEEDS.add(context.seed());
        return done();
    }

    @AsyncTest(realTime = true)
    Task<Void> timeMayBeReal(EventLoop loop) {
        assertThat(loop.clock()).isNotInstanceOf(VirtualTime.class);
        return sleep(Duration.ofMillis(1));
    }

    @AsyncTest(seeds = {42, 43})
    void aTestThatReturnsNothingIsRunOnItsLoopToo(
            TestContext context, VirtualTime time, @TempDir Path directory, TestInfo info) {
        assertThat(EventLoop.current()).isSameAs(context.loop());
        assertThat(time).isSameAs(context.time());
        assertThat(directory).isDirectory();
        assertThat(info.getDisplayName()).endsWith("seed " + context.seed().getAsLong());
    }

    @AfterAll
    static void allWereRun() {
        assumeThat(System.getProperty("fermata.test.seed")).isNull();
        assumeThat(System.getProperty("fermata.test.shuffles")).isNull();
        assertThat(tests).isEqualTo(9);
        assertThat(SEEDS)
                .containsExactlyInAnyOrder(
                        OptionalLong.empty(),
                        OptionalLong.of(1),
                        OptionalLong.of(2),
                        OptionalLong.of(42),
                        OptionalLong.of(43));
    }
}
