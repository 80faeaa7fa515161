package dev.fermata;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.offload;
import static dev.fermata.Fermata.run;
import static dev.fermata.Fermata.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // completes tasks of Void
final class TaskLocalTest {
    private static final TaskLocal<String> USER = TaskLocal.named("user");

    private final List<String> trace = new ArrayList<>();

    /** A method that notes the value before and after an await of {@code gate}. */
    private Task<String> noting(Task<?> gate) {
        return Script.of(
                awaited -> {
                    trace.add("before " + USER.orElse("none"));
                    return gate;
                },
                awaited -> {
                    trace.add("after " + USER.orElse("none"));
                    return done(USER.orElse("none"));
                });
    }

    @Test
    void aValueIsSeenAcrossAwaitsOfTheBodyAndNowhereElse() {
        run(() -> Script.of(
                awaited -> {
                    Task<String> ann = USER.where("ann", () -> noting(checkpoint()));
                    trace.add("beside " + USER.orElse("none"));
                    return ann;
                },
                awaited -> {
                    trace.add("caller " + USER.orElse("none"));
                    return null;
                }));

        assertThat(trace).containsExactly("before ann", "beside none", "after ann", "caller none");
    }

    @Test
    void whatIsDoneAsATaskIsCancelledSeesTheValueOfWhoSaidWhatToDo() {
        run(() -> {
            Completer<Void> without = new Completer<>();
            without.onCancel(() -> trace.add("without " + USER.orElse("none")));
            Completer<Void> ofAnn = new Completer<>();
            USER.where("ann", () -> {
                ofAnn.onCancel(() -> trace.add("of ann " + USER.orElse("none")));
                return done();
            });
            return USER.where("bob", () -> {
                without.cancel();
                ofAnn.cancel();
                trace.add("canceller " + USER.get());
                return done();
            });
        });

        assertThat(trace).containsExactly("without none", "of ann ann", "canceller bob");
    }

    @Test
    void tasksThatTakeTurnsSeeTheirOwnValues() {
        String both = run(() -> {
            Task<String> ann = USER.where("ann", () -> Script.of(a -> checkpoint(), a -> noting(checkpoint())));
            Task<String> bob = USER.where("bob", () -> Script.of(a -> checkpoint(), a -> noting(checkpoint())));
            return Script.of(a -> ann, a -> bob, a -> done(ann.result() + " " + bob.result()));
        });

        assertThat(both).isEqualTo("ann bob");
        assertThat(trace).containsExactly("before ann", "before bob", "after ann", "after bob");
    }

    @Test
    void anInnerValueHidesTheOuterOneUntilItsBodyReturns() {
        run(() -> USER.where("outer", () -> {
            Task<String> inner = USER.where("inner", () -> noting(checkpoint()));
            trace.add(USER.get());
            return Script.of(a -> inner, a -> {
                trace.add(USER.get());
                return null;
            });
        }));

        assertThat(trace).containsExactly("before inner", "outer", "after inner", "outer");
    }

    @Test
    void severalLocalsAreBoundBesideEachOther() {
        TaskLocal<Integer> number = TaskLocal.named("number", 1);

        List<Object> seen = run(() -> number.where(
                2,
                () -> USER.where(
                        "ann", () -> Script.of(a -> checkpoint(), a -> done(List.of(number.get(), USER.get()))))));

        assertThat(seen).containsExactly(2, "ann");
        assertThat(number.get()).isEqualTo(1);
        assertThat(number.isBound()).isFalse();
    }

    @Test
    void spawnedTasksInheritTheValueAlsoThoseOfAScope() {
        run(() -> {
            Task<Task<String>> spawned = USER.where("ann", () -> done(spawn(() -> noting(checkpoint()))));
            TaskScope<RuntimeException> scope = TaskScope.open();
            USER.where("bob", () -> done(scope.spawn(() -> noting(checkpoint()))));
            return Script.of(a -> spawned.result(), a -> scope.closeAsync());
        });

        assertThat(trace).containsExactly("before ann", "before bob", "after ann", "after bob");
    }

    @Test
    void aBodyThatThrowsLeavesNothingBehind() {
        run(() -> {
            assertThatThrownBy(() -> USER.where("ann", () -> {
                        throw new IllegalArgumentException("thrown");
                    }))
                    .hasMessage("thrown");
            assertThat(USER.isBound()).isFalse();
            return done();
        });
    }

    @Test
    void actionsAndWhatDependsOnFuturesSeeNothingOfTheTaskThatRanBefore() {
        try (EventLoop loop = new VirtualTime().loop(FailureHandler.logging())) {
            loop.run(() -> {
                Completer<String> gate = new Completer<>();
                Task<String> waiting = USER.where("ann", () -> noting(gate));
                assertThat(waiting.isDone()).isFalse();
                Task<Void> noted = Task.from(
                        gate.task().toCompletableFuture().thenRun(() -> trace.add("future " + USER.orElse("none"))));
                gate.complete("go"); // the one that waits is resumed right before the future is completed
                return Script.of(
                        a -> noted,
                        a -> USER.where("bob", () -> {
                            loop.execute(() -> trace.add("action " + USER.orElse("none")));
                            return Script.of(b -> Fermata.sleep(Duration.ofSeconds(1)), b -> noting(done()));
                        }));
            });
        }

        assertThat(trace)
                .containsExactly("before ann", "after ann", "future none", "action none", "before bob", "after bob");
    }

    @Test
    void offloadedWorkAndALoopThatItRunsInheritTheValue() {
        List<String> seen = run(() -> USER.where(
                "ann", () -> offload(() -> List.of(USER.get(), run(() -> noting(checkpoint())), USER.get()))));

        assertThat(seen).containsOnly("ann");
        assertThat(USER.isBound()).isFalse();
    }

    @Test
    void workOnAnotherLoopBeginsWithTheValue() {
        try (EventLoopGroup group = new EventLoopGroup(1)) {
            List<String> seen = run(() -> {
                Task<String> with = USER.where("ann", () -> group.spawn(() -> noting(checkpoint())));
                Task<String> without = group.spawn(() -> noting(checkpoint()));
                return Fermata.gather(with, without);
            });

            assertThat(seen).containsExactly("ann", "none");
        }
    }

    @Test
    void aCallThatEndsAsAnotherDoesAndARetryKeepTheValue() {
        String value = run(() -> USER.where(
                "ann",
                () -> Fermata.retry(
                        RetryPolicy.attempts(2),
                        () -> Script.<String>of(a -> checkpoint(), a -> {
                            if (trace.isEmpty()) {
                                trace.add("failed");
                                throw new IllegalStateException("once more");
                            }
                            return done(USER.get());
                        }))));

        assertThat(value).isEqualTo("ann");
    }

    @Test
    void withoutAValueItSaysHowToBindOne() {
        assertThatThrownBy(USER::get)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("\"user\" is bound to no value here")
                .hasMessageContaining("where(value, body)");
        assertThatThrownBy(() -> USER.where("ann", Task::done)).isInstanceOf(IllegalStateException.class);
    }
}
