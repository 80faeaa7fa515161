package dev.fermata;

import static dev.fermata.Fermata.anySuccessful;
import static dev.fermata.Fermata.asCompleted;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.gather;
import static dev.fermata.Fermata.race;
import static dev.fermata.Fermata.retry;
import static dev.fermata.Fermata.shield;
import static dev.fermata.Fermata.sleep;
import static dev.fermata.Fermata.spawn;
import static dev.fermata.Fermata.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all that waits for tasks and makes a task of them. */
@NullUnmarked // passes null on purpose
final class CombinatorsTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final List<Throwable> reported = new ArrayList<>();
    private final EventLoop loop = new VirtualTime().loop((what, failure) -> reported.add(failure));

    @AfterEach
    void nothingIsLeft() {
        assertThat(loop.timers.isEmpty()).isTrue();
        loop.close();
        assertThat(reported).isEmpty();
    }

    /** Each of them around one task. */
    static Stream<Named<Function<Task<Integer>, Task<?>>>> combinators() {
        return Stream.of(
                Named.of("gather", task -> gather(List.of(task))),
                Named.of("race", task -> race(List.of(task))),
                Named.of("anySuccessful", task -> anySuccessful(List.of(task))),
                Named.of("shield", task -> shield(task)),
                Named.of("timeout", task -> timeout(DAY, task)),
                Named.of("retry", task -> retry(RetryPolicy.attempts(3), () -> task)),
                Named.of("nested", task -> timeout(DAY, race(shield(anySuccessful(gather(List.of(task))))))));
    }

    @ParameterizedTest
    @MethodSource("combinators")
    void aRequestToCancelThatMeetsAValueIsDeliveredAtTheNextAwait(Function<Task<Integer>, Task<?>> around) {
        List<Object> trace = new ArrayList<>();
        loop.run(() -> {
            Completer<Integer> operation = new Completer<>();
            Task<Void> task = Script.of(
                    awaited -> around.apply(operation),
                    awaited -> {
                        trace.add(awaited.get());
                        return sleep(DAY);
                    },
                    awaited -> {
                        awaited.get();
                        trace.add("not cancelled");
                        return done();
                    });
            operation.complete(1);
            task.cancel();
            return Script.of(awaited -> spawn(() -> task), awaited -> {
                assertThat(task.isCancelled()).isTrue();
                return done();
            });
        });

        assertThat(trace).hasSize(1).first().asString().contains("1");
    }

    @ParameterizedTest
    @MethodSource("combinators")
    void aRequestToCancelThatMeetsAFailureIsDeliveredAtTheNextAwait(Function<Task<Integer>, Task<?>> around) {
        IOException failure = new IOException("broken");
        loop.run(() -> {
            Completer<Integer> operation = new Completer<>();
            Task<Void> task = Script.of(
                    awaited -> around.apply(operation),
                    awaited -> {
                        assertThatThrownBy(awaited::get)
                                .satisfiesAnyOf(
                                        thrown -> assertThat(thrown).isSameAs(failure),
                                        thrown -> assertThat(thrown).isInstanceOf(CancellationException.class));
                        return sleep(DAY);
                    },
                    awaited -> awaited.get());
            operation.fail(failure);
            task.cancel();
            return Script.of(awaited -> spawn(() -> task), awaited -> {
                assertThat(task.isDone()).isTrue();
                return done();
            });
        });
    }

    @ParameterizedTest
    @MethodSource("combinators")
    void cancelledTwiceItEndsOnce(Function<Task<Integer>, Task<?>> around) {
        loop.run(() -> {
            Completer<Integer> operation = new Completer<>();
            Task<?> task = around.apply(operation);
            assertThat(task.cancel()).isTrue();
            assertThat(task.cancel()).isTrue();
            return Script.of(awaited -> task, awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                assertThat(task.cancel()).isFalse();
                operation.cancel();
                return done();
            });
        });
    }

    @ParameterizedTest
    @MethodSource("combinators")
    void aFailureComesThroughAsItIs(Function<Task<Integer>, Task<?>> around) {
        Error failure = new Error("broken");
        assertThatThrownBy(() -> loop.run(() -> around.apply(Task.failed(failure))))
                .isSameAs(failure);
        Task<Integer> none = null;
        assertThatThrownBy(() -> loop.run(() -> around.apply(none))).isInstanceOf(NullPointerException.class);
    }

    @Test
    void nullIsRefusedByName() {
        loop.run(() -> {
            Task<Integer>[] array = null;
            Collection<Task<Integer>> collection = null;
            Task<Integer> task = null;
            refuses("gather(null)", () -> gather(array), () -> gather(collection));
            refuses("race(null)", () -> race(array), () -> race(collection));
            refuses("anySuccessful(null)", () -> anySuccessful(array), () -> anySuccessful(collection));
            refuses("asCompleted(null)", () -> asCompleted(array), () -> asCompleted(collection));
            refuses("race(...)", () -> race(done(1), task), () -> race(Arrays.asList(done(1), task)));
            refuses("anySuccessful(...)", () -> anySuccessful(done(1), task));
            refuses("asCompleted(...)", () -> asCompleted(done(1), task));
            refuses("shield(...)", () -> shield(task));
            refuses("timeout(...)", () -> timeout(DAY, task));
            refuses("spawn(null)", () -> spawn(null));
            refuses("retry(null, ...)", () -> retry(null, () -> done(1)));
            refuses("retry(..., null)", () -> retry(RetryPolicy.attempts(1), null));
            return done();
        });
    }

    private static void refuses(String name, ThrowingCallable... calls) {
        for (ThrowingCallable call : calls) {
            assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessageContaining(name);
        }
    }

    @Test
    void aTreeOfThemThatIsDeeperThanTheStackIsCancelled() {
        loop.run(() -> {
            Task<Integer> task = new Completer<>();
            for (int i = 0; i < 100_000; i++) {
                task = i % 2 == 0 ? race(List.of(task)) : timeout(DAY, task);
            }
            Task<Integer> outermost = task;
            outermost.cancel();
            return Script.of(awaited -> outermost, awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                return done();
            });
        });
    }
}
