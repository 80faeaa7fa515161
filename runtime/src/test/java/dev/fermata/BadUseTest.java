package dev.fermata;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.testing.VirtualTime;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the runtime says to those who use it wrongly: at the call that is wrong, and by name. */
@NullUnmarked // passes null where that is wrong
class BadUseTest {
    private final EventLoop loop = new VirtualTime().loop(FailureHandler.logging());

    @AfterEach
    void close() {
        loop.close();
    }

    static Stream<Arguments> withNull() {
        return Stream.of(
                call("spawn(null)", () -> Fermata.spawn(null)),
                call("sleep(null)", () -> Fermata.sleep(null)),
                call("timeout(null)", () -> Fermata.timeout(null, checkpoint())),
                call("offload(null)", () -> Fermata.offload(null)),
                call("offload(null, ...)", () -> Fermata.offload(null, () -> 1)),
                call("compute(null)", () -> Fermata.compute(null)),
                call("gather(...)", () -> Fermata.gather(done(), null)),
                call("retry(null, ...)", () -> Fermata.retry(null, Fermata::done)),
                call("failed(null)", () -> Task.failed(null)),
                call("fail(null)", () -> new Completer<>().fail(null)),
                call("execute(null)", () -> EventLoop.current().execute(null)),
                call("submit(null)", () -> EventLoop.current().submit(null)),
                call("from(null)", () -> Task.from(null)),
                call("spawn(null)", () -> TaskScope.open().spawn(null)));
    }

    private static Arguments call(String named, ThrowingCallable call) {
        return Arguments.of(named, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void withNull(String named, ThrowingCallable call) {
        loop.run(() -> {
            assertThatThrownBy(call)
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageStartingWith(named)
                    .hasMessageContaining(": ");
            return done();
        });
    }

    @Test
    void aFailureThatIsNullDoesNotDecideTheCompleter() {
        loop.run(() -> {
            Completer<Integer> completer = new Completer<>();
            assertThatThrownBy(() -> completer.fail(null)).isInstanceOf(NullPointerException.class);
            assertThat(completer.complete(1)).isTrue();
            assertThat(completer.complete(2)).isFalse();
            return completer;
        });
    }

    static Stream<Arguments> negative() {
        return Stream.of(
                call("sleep(PT-1S)", () -> Fermata.sleep(Duration.ofSeconds(-1))),
                call("timeout(PT-1S)", () -> Fermata.timeout(Duration.ofSeconds(-1), checkpoint())),
                call("watch(PT-1S)", () -> EventLoop.current().watch(Duration.ofSeconds(-1), StallHandler.logging())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void negative(String named, ThrowingCallable call) {
        loop.run(() -> {
            assertThatThrownBy(call)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(named);
            return done();
        });
    }

    @Test
    void runningWhileALoopRunsOnTheThreadSaysWhatToDoInstead() {
        loop.run(() -> {
            assertThatThrownBy(() -> loop.run(Fermata::done))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Fermata.spawn(...)");
            assertThatThrownBy(() -> Fermata.run(Fermata::done))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Fermata.spawn(...)");
            return done();
        });
    }

    @Test
    void closingARunningLoopAndRunningAClosedOneAreRefused() {
        loop.run(() -> {
            assertThatThrownBy(loop::close)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("when run(...) has returned");
            return done();
        });
        loop.close();

        assertThatThrownBy(() -> loop.run(Fermata::done))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the event loop is closed");
    }

    @Test
    void runningNothingIsRefusedBeforeTheLoopRuns() {
        assertThatThrownBy(() -> loop.run(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageStartingWith("run(null)");

        assertThat(loop.<Integer, RuntimeException>run(() -> done(1))).isOne();
    }

    @Test
    void aBodyThatReturnsNullFailsItsTask() {
        assertThatThrownBy(() -> loop.run(() -> null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the body of a task returned null instead of a task");
    }
}
