package dev.fermata;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.isCancelRequested;
import static dev.fermata.Fermata.sleep;
import static dev.fermata.Fermata.spawn;
import static dev.fermata.Script.handler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NullUnmarked // completes tasks of Void
final class CancellationTest {
    private final List<Throwable> reported = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private final EventLoop loop = new VirtualTime().loop((what, failure) -> reported.add(failure));

    @AfterEach
    void aCancelledTaskIsNoNews() {
        loop.close();
        assertThat(reported).isEmpty();
    }

    /** Awaits {@code task}; notes a cancellation, awaits once more as a finally block may, and throws it on. */
    private Task<Void> cleanUpAfter(Task<?> task, String name) {
        return Script.of(awaited -> task, awaited -> {
            try {
                awaited.get();
                trace.add(name + " went on");
                return done();
            } catch (CancellationException e) {
                trace.add(name + " cancelled");
                return Script.of(a -> checkpoint(), a -> {
                    trace.add(name + " cleaned up");
                    throw e;
                });
            }
        });
    }

    @Test
    void whatACancelledTaskAwaitsAloneIsCancelledTooAndEndsFirst() {
        loop.run(() -> {
            Completer<Void> operation = new Completer<>();
            operation.onCancel(() -> trace.add("operation stopped"));
            Task<Void> inner = cleanUpAfter(operation, "inner");
            Task<Void> outer = cleanUpAfter(inner, "outer");
            assertThat(outer.cancel()).isTrue();
            assertThat(operation.isCancelled()).isTrue();
            assertThat(outer.isDone()).isFalse();
            return Script.of(awaited -> outer, awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                assertThat(inner.isCancelled()).isTrue();
                assertThat(outer.cancel()).isFalse();
                return done();
            });
        });

        assertThat(trace)
                .containsExactly(
                        "operation stopped",
                        "inner cancelled",
                        "inner cleaned up",
                        "outer cancelled",
                        "outer cleaned up");
    }

    @Test
    void whatOthersAwaitTooIsNotCancelled() {
        loop.run(() -> {
            Completer<Void> shared = new Completer<>();
            Task<Void> first = cleanUpAfter(shared, "first");
            Task<Void> second = cleanUpAfter(shared, "second");
            Task<Void> third = cleanUpAfter(shared, "third");
            third.cancel();
            first.cancel();
            return Script.of(awaited -> sleep(Duration.ofSeconds(1)), awaited -> {
                assertThat(shared.isDone()).isFalse();
                assertThat(first.isCancelled() && third.isCancelled()).isTrue();
                shared.complete(null);
                return second;
            });
        });

        assertThat(trace)
                .containsExactly(
                        "third cancelled", "first cancelled", "third cleaned up", "first cleaned up", "second went on");
    }

    @Test
    void aTaskThatIsAboutToRunKeepsItsResultAndIsCancelledWhereItWaitsNext() {
        loop.run(() -> {
            Completer<Integer> operation = new Completer<>();
            Completer<Integer> next = new Completer<>();
            Task<Void> task = Script.of(
                    awaited -> operation,
                    awaited -> {
                        trace.add("got " + awaited.get());
                        return next;
                    },
                    awaited -> {
                        trace.add("not reached: " + awaited.get());
                        return done();
                    });
            operation.complete(1);
            task.cancel();
            return Script.of(awaited -> spawn(() -> task), awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                assertThat(next.isCancelled()).isTrue();
                return done();
            });
        });

        assertThat(trace).containsExactly("got 1");
    }

    @Test
    void aBodyThatCatchesItRunsOnUntilItHasToWait() {
        String result = loop.run(() -> {
            Task<String> task = Script.of(
                    awaited -> new Completer<>(),
                    awaited -> {
                        assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                        return done("ready");
                    },
                    awaited -> done(awaited.get() + " and on"));
            task.cancel();
            return task;
        });

        assertThat(result).isEqualTo("ready and on");
    }

    @Test
    void aBodyThatSwallowsItIsCancelledAtEachAwaitThatHasToWait() {
        loop.run(() -> {
            Task<Void> task = Script.of(
                    awaited -> new Completer<>(), this::swallow, this::swallow, this::swallow, awaited -> done());
            task.cancel();
            return task;
        });

        assertThat(trace).containsExactly("swallowed", "swallowed", "swallowed");
    }

    private Task<?> swallow(Script.Outcome awaited) {
        assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
        trace.add("swallowed");
        return new Completer<>();
    }

    @Test
    void aLoopThatSwallowsItInVainLetsOthersRun() {
        loop.run(() -> {
            Task<Void> stubborn = Script.of(
                    awaited -> new Completer<>(), this::swallow, this::swallow, this::swallow, awaited -> done());
            stubborn.cancel();
            Task<Void> other = Script.of(awaited -> checkpoint(), awaited -> {
                trace.add("other");
                return done();
            });
            return Script.of(awaited -> stubborn, awaited -> other);
        });

        assertThat(trace).containsExactly("swallowed", "other", "swallowed", "swallowed");
    }

    @Test
    void anAwaitInAHandlerWaitsOnceItWasThrown() {
        loop.run(() -> {
            Task<Void> task = Script.of(
                    awaited -> new Completer<>(),
                    handler(awaited -> sleep(Duration.ofSeconds(1))),
                    handler(awaited -> checkpoint()),
                    awaited -> {
                        trace.add("cleaned up, value " + awaited.get());
                        return new Completer<>();
                    });
            task.cancel();
            return Script.of(awaited -> spawn(() -> task), awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                return done();
            });
        });

        assertThat(trace).containsExactly("cleaned up, value null");
    }

    @Test
    void itIsThrownInAHandlerFirstIfItWasNotBefore() {
        loop.run(() -> {
            Completer<Void> operation = new Completer<>();
            Task<Void> task = Script.of(
                    awaited -> operation,
                    handler(awaited -> new Completer<>()),
                    handler(awaited -> {
                        assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                        return sleep(Duration.ofSeconds(1));
                    }),
                    awaited -> {
                        awaited.get();
                        trace.add("cleaned up");
                        return done();
                    });
            operation.complete(null);
            task.cancel();
            return task;
        });

        assertThat(trace).containsExactly("cleaned up");
    }

    @Test
    void aTaskThatIsCancelledAgainWhileItCleansUpCleansUpAllTheSame() {
        loop.run(() -> {
            Task<Void> task = Script.of(
                    awaited -> new Completer<>(), handler(awaited -> sleep(Duration.ofSeconds(1))), awaited -> {
                        awaited.get();
                        trace.add("cleaned up");
                        return done();
                    });
            task.cancel();
            return Script.of(awaited -> checkpoint(), awaited -> {
                assertThat(task.cancel()).isTrue();
                return task;
            });
        });

        assertThat(trace).containsExactly("cleaned up");
    }

    @Test
    void aCallThatAFinallyBlockMakesIsNotCancelled() {
        loop.run(() -> {
            Task<Void> task = Script.of(
                    awaited -> new Completer<>(),
                    handler(awaited -> Script.of(a -> sleep(Duration.ofSeconds(1)), a -> {
                        a.get();
                        trace.add("callee went on");
                        return sleep(Duration.ofSeconds(1));
                    })));
            task.cancel();
            return task;
        });

        assertThat(trace).containsExactly("callee went on");
    }

    @Test
    void whatIsAwaitedMayEndOtherwiseAndTheNextAwaitIsCancelled() {
        loop.run(() -> {
            Task<String> stubborn = Script.of(awaited -> new Completer<>(), awaited -> done("value"));
            Task<Void> task = Script.of(awaited -> stubborn, awaited -> {
                trace.add("got " + awaited.get());
                return new Completer<>();
            });
            task.cancel();
            return Script.of(awaited -> spawn(() -> task), awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                return done();
            });
        });

        assertThat(trace).containsExactly("got value");
    }

    @Test
    void aCallThatHasHandedOverToATaskPassesEachRequestOn() {
        loop.run(() -> {
            Completer<Void> gate = new Completer<>();
            Completer<Void> operation = new Completer<>();
            Task<Void> task = Handing.over(gate, operation);
            gate.complete(null);
            return Script.of(
                    awaited -> checkpoint(),
                    awaited -> {
                        task.cancel();
                        assertThat(operation.isCancelled()).isTrue();
                        return spawn(() -> task);
                    },
                    awaited -> done());
        });
    }

    @Test
    void theBodyCanAskWhetherItIsCancelled() {
        loop.run(() -> {
            Task<Void> other = Script.of(awaited -> checkpoint(), awaited -> checkpoint(), awaited -> {
                trace.add("other " + isCancelRequested());
                return done();
            });
            Task<Void> task = Script.of(
                    awaited -> new Completer<>(),
                    handler(awaited -> {
                        trace.add("callee " + callee());
                        return checkpoint();
                    }),
                    awaited -> {
                        trace.add("task " + isCancelRequested());
                        return done();
                    });
            assertThat(task.isCancelRequested()).isFalse();
            task.cancel();
            assertThat(task.isCancelRequested()).isTrue();
            trace.add("main " + isCancelRequested());
            return Script.of(awaited -> task, awaited -> {
                assertThat(task.isCancelRequested()).isFalse();
                return other;
            });
        });

        assertThat(trace).containsExactly("main false", "callee true", "other false", "task true");
    }

    @Test
    void aTaskThatHasNotBegunIsNotTheOneThatAsks() {
        loop.run(() -> {
            Task<Void> task = spawn(() -> done());
            task.cancel();
            trace.add("main " + isCancelRequested());
            return Script.of(awaited -> checkpoint(), awaited -> {
                trace.add("later " + isCancelRequested());
                return done();
            });
        });

        assertThat(trace).containsExactly("main false", "later false");
    }

    /** What is called, and has not been suspended, asks for its caller. */
    private static boolean callee() {
        return Script.<Boolean>of(awaited -> done(isCancelRequested())).result();
    }

    @Test
    void aTaskThatIsCancelledWhileItRunsKnowsIt() {
        loop.run(() -> {
            List<Task<?>> self = new ArrayList<>();
            self.add(spawn(() -> {
                trace.add("before " + isCancelRequested());
                self.get(0).cancel();
                trace.add("after " + isCancelRequested());
                return done();
            }));
            return Script.of(awaited -> checkpoint(), awaited -> done());
        });

        assertThat(trace).containsExactly("before false", "after true");
    }

    @Test
    void twoRequestsBeforeTheFirstIsDeliveredAreOne() {
        loop.run(() -> {
            Task<Void> task = cleanUpAfter(new Completer<>(), "task");
            task.cancel();
            task.cancel();
            return Script.of(awaited -> spawn(() -> task), awaited -> done());
        });

        assertThat(trace).containsExactly("task cancelled", "task cleaned up");
    }

    @Test
    void aTaskAtACheckpointIsCancelledThere() {
        loop.run(() -> {
            Task<Void> task = cleanUpAfter(checkpoint(), "task");
            task.cancel();
            return Script.of(awaited -> spawn(() -> task), awaited -> done());
        });

        assertThat(trace).containsExactly("task cancelled", "task cleaned up");
    }

    @Test
    void aSpawnedTaskThatIsCancelledBeforeItsTurnDoesNotStart() {
        loop.run(() -> {
            Task<Void> task = spawn(() -> {
                trace.add("started");
                return done();
            });
            task.cancel();
            return Script.of(awaited -> checkpoint(), awaited -> {
                assertThat(task.isCancelled()).isTrue();
                return done();
            });
        });

        assertThat(trace).isEmpty();
    }

    @Test
    void aChainOfAMillionIsCancelledInConstantStack() {
        loop.run(() -> {
            Task<Integer> task = new Completer<>();
            for (int i = 0; i < 1_000_000; i++) {
                task = PlusOne.of(task);
            }
            Task<Integer> last = task;
            last.cancel();
            return Script.of(awaited -> last, awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                return done();
            });
        });
    }

    @Test
    void whatIsStillSpawnedWhenTheMainTaskEndsIsCancelledAndWaitedFor() {
        loop.run(() -> {
            spawn(() -> cleanUpAfter(new Completer<>(), "first"));
            spawn(() -> cleanUpAfter(new Completer<>(), "second"));
            return Script.of(awaited -> checkpoint(), awaited -> done());
        });

        assertThat(trace)
                .containsExactly("first cancelled", "second cancelled", "first cleaned up", "second cleaned up");
    }

    @Test
    void aSpawnedTaskThatTakesLongerToCleanUpThanAnotherIsNotCancelledTwice() {
        loop.run(() -> {
            spawn(() -> Script.of(
                    awaited -> new Completer<>(), handler(awaited -> sleep(Duration.ofSeconds(2))), awaited -> {
                        awaited.get();
                        trace.add("long cleaned up");
                        return done();
                    }));
            spawn(() -> Script.of(awaited -> new Completer<>(), handler(awaited -> sleep(Duration.ofSeconds(1)))));
            return Script.of(awaited -> checkpoint(), awaited -> done());
        });

        assertThat(trace).containsExactly("long cleaned up");
    }

    @Test
    void interruptingTheLoopsThreadCancelsTheMainTask() {
        assertThatThrownBy(() -> loop.run(() -> {
                    Thread.currentThread().interrupt();
                    return cleanUpAfter(new Completer<>(), "main");
                }))
                .isInstanceOf(CancellationException.class);

        assertThat(trace).containsExactly("main cancelled", "main cleaned up");
        assertThat(Thread.interrupted()).isTrue();
    }
}
