package dev.fermata.sync;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.sleep;
import static dev.fermata.sync.Select.after;
import static dev.fermata.sync.Select.first;
import static dev.fermata.sync.Select.onDone;
import static dev.fermata.sync.Select.oneOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Completer;
import dev.fermata.EventLoop;
import dev.fermata.Script;
import dev.fermata.Task;
import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // steps of Void
final class SelectTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Channel<String> a = Channel.bounded(1);
    private final Channel<String> b = Channel.bounded(1);
    private final VirtualTime time = new VirtualTime();

    @Test
    void theFirstInTheGivenOrderThatIsReadyTakesEffectAndNoOther() {
        OnLoop.run(() -> {
            a.send("from a");
            b.send("from b");
            assertThat(first(b.receiving(), a.receiving()).result()).isEqualTo("from b");
            assertThat(a.size()).isEqualTo(1);
            assertThat(first(b.receiving(), a.receiving()).result()).isEqualTo("from a");
        });
    }

    @Test
    void theFirstThatBecomesReadyTakesEffectAndTheOthersAreWithdrawn() {
        OnLoop.run(() -> {
            Task<String> selected = first(a.receiving(), b.receiving());
            assertThat(selected.isDone()).isFalse();
            b.send("from b");
            assertThat(selected.result()).isEqualTo("from b");
            assertThat(b.size()).isZero();
            a.send("kept");
            assertThat(a.size()).isEqualTo(1);
        });
    }

    @Test
    void twoThatBecomeReadyInTheSameBatchLoseNothing() {
        OnLoop.run(() -> {
            Task<String> selected = first(a.receiving(), b.receiving());
            a.send("from a");
            b.send("from b");
            assertThat(selected.result()).isEqualTo("from a");
            assertThat(b.receive().result()).isEqualTo("from b");
        });
    }

    @Test
    void sendingTakesEffectWhenThereIsRoom() {
        OnLoop.run(() -> {
            a.send("full");
            Task<String> selected = first(a.sending("sent").as("sent to a"), b.receiving());
            assertThat(selected.isDone()).isFalse();
            assertThat(a.receive().result()).isEqualTo("full");
            assertThat(selected.result()).isEqualTo("sent to a");
            assertThat(a.receive().result()).isEqualTo("sent");
            assertThat(first(a.sending("again").as("sent")).result()).isEqualTo("sent");
            b.send("kept");
            assertThat(b.size()).isEqualTo(1);
        });
    }

    @Test
    void whatWasNotSentSinceAnotherTookEffectIsNotDelivered() {
        OnLoop.run(() -> {
            a.send("full");
            Task<String> selected = first(a.sending("not sent").as("sent"), b.receiving());
            b.send("from b");
            assertThat(selected.result()).isEqualTo("from b");
            assertThat(a.receive().result()).isEqualTo("full");
            assertThat(a.tryReceive()).isNull();
        });
    }

    @Test
    void aTaskThatEndsTakesEffectInItsTurn() {
        OnLoop.run(() -> {
            Completer<String> completer = new Completer<>();
            Task<String> selected = first(onDone(completer.task()), a.receiving());
            completer.complete("done");
            assertThat(selected.isDone()).isFalse();
            return Script.of(awaited -> selected, awaited -> {
                assertThat(awaited.<String>get()).isEqualTo("done");
                a.send("kept");
                assertThat(a.size()).isEqualTo(1);
                assertThat(first(onDone(completer.task())).result()).isEqualTo("done");
                return done();
            });
        });
    }

    @Test
    void aTaskThatLosesGoesOnAndMayBeSelectedFromAgain() {
        OnLoop.run(() -> {
            Completer<String> completer = new Completer<>();
            Task<String> selected = first(onDone(completer.task()), a.receiving());
            completer.complete("done");
            a.send("earlier");
            assertThat(selected.result()).isEqualTo("earlier");
            return Script.of(awaited -> checkpoint(), awaited -> {
                assertThat(first(onDone(completer.task()), a.receiving()).result())
                        .isEqualTo("done");
                return done();
            });
        });
    }

    @Test
    void afterATimeItTakesEffectAndNotBefore() {
        OnLoop.run(time, () -> {
            Task<String> selected = first(a.receiving(), after(HOUR).as("late"));
            return Script.of(
                    awaited -> sleep(HOUR.minusNanos(1)),
                    awaited -> {
                        assertThat(selected.isDone()).isFalse();
                        return selected;
                    },
                    awaited -> {
                        assertThat(awaited.<String>get()).isEqualTo("late");
                        assertThat(time.elapsed()).isEqualTo(HOUR);
                        assertThat(a.trySend("kept")).isTrue();
                        assertThat(a.size()).isEqualTo(1);
                        return done();
                    });
        });
    }

    @Test
    void anItemThatComesInTheVeryBatchInWhichTheTimeIsOverIsReceived() {
        OnLoop.run(time, () -> {
            Task<Void> sender = Script.of(awaited -> sleep(HOUR), awaited -> a.send("just in time"));
            Task<String> selected = first(a.receiving(), after(HOUR).as("late"));
            return Script.of(awaited -> sender, awaited -> selected, awaited -> {
                assertThat(awaited.<String>get()).isEqualTo("just in time");
                return done();
            });
        });
    }

    @Test
    void aTimerThatLosesIsTakenBackAndDoesNotWakeTheLoop() {
        OnLoop.run(time, () -> {
            Task<String> selected = first(a.receiving(), after(HOUR).as("late"));
            a.send("early");
            assertThat(selected.result()).isEqualTo("early");
            long waits = EventLoop.current().waits();
            return Script.of(awaited -> sleep(HOUR.multipliedBy(2)), awaited -> {
                assertThat(EventLoop.current().waits()).isEqualTo(waits + 1);
                return done();
            });
        });
    }

    @Test
    void aTaskThatLosesIsNotAwaitedAnyMoreSoThatCancellingWhoAwaitsItCancelsIt() {
        OnLoop.run(() -> {
            Completer<String> completer = new Completer<>();
            Task<String> selected = first(onDone(completer.task()), a.receiving());
            Task<Void> method = Script.of(awaited -> completer, awaited -> done());
            a.send("earlier");
            assertThat(selected.isDone()).isTrue();
            method.cancel();
            assertThat(completer.isCancelled()).isTrue();
        });
    }

    @Test
    void noTimeGivenLastKeepsItFromWaiting() {
        OnLoop.run(() -> {
            assertThat(first(a.receiving(), after(Duration.ZERO).as("nothing")).result())
                    .isEqualTo("nothing");
            assertThat(first(a.receiving(), after(Duration.ofSeconds(-1)).as("nothing"))
                            .result())
                    .isEqualTo("nothing");
            a.send("something");
            assertThat(first(a.receiving(), after(Duration.ZERO).as("nothing")).result())
                    .isEqualTo("something");
        });
    }

    @Test
    void aChannelThatIsClosedTakesEffectByFailing() {
        OnLoop.run(() -> {
            Task<String> selected = first(a.receiving(), b.receiving());
            b.close();
            assertThat(selected.failure()).isInstanceOf(ChannelClosedException.class);
            a.send("kept");
            assertThat(a.size()).isEqualTo(1);
            assertThat(first(b.receiving()).failure()).isInstanceOf(ChannelClosedException.class);
            assertThat(first(b.sending("x")).failure()).isInstanceOf(ChannelClosedException.class);
            Task<Void> sending = first(a.sending("waits"));
            a.close();
            assertThat(sending.failure()).isInstanceOf(ChannelClosedException.class);
        });
    }

    @Test
    void aTaskThatFailsTakesEffectByFailing() {
        OnLoop.run(() -> {
            IOException failure = new IOException("broken");
            assertThat(first(onDone(Task.failed(failure)), a.receiving()).failure())
                    .isSameAs(failure);
        });
    }

    @Test
    void cancellingItWithdrawsAllAndLeavesTheTasks() {
        OnLoop.run(time, () -> {
            Completer<String> completer = new Completer<>();
            b.send("full");
            Task<Object> selected = first(a.receiving(), b.sending("not sent"), onDone(completer.task()), after(HOUR));
            selected.cancel();
            assertThat(selected.isCancelled()).isTrue();
            assertThat(completer.isDone()).isFalse();
            a.send("kept");
            assertThat(a.size()).isEqualTo(1);
            assertThat(b.receive().result()).isEqualTo("full");
            assertThat(b.size()).isZero();
            completer.complete("done");
            return Script.of(awaited -> checkpoint(), awaited -> {
                assertThat(selected.isCancelled()).isTrue();
                return done();
            });
        });

        assertThat(time.elapsed()).isZero();
    }

    @Test
    void cancellingItWhenAClauseHasTakenEffectIsTooLate() {
        OnLoop.run(() -> {
            Task<String> selected = first(a.receiving(), b.receiving());
            a.send("there");
            assertThat(selected.cancel()).isFalse();
            assertThat(selected.result()).isEqualTo("there");
        });
    }

    @Test
    void noClausesAreRefused() {
        OnLoop.run(() -> assertThatThrownBy(() -> first())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give at least one"));
    }

    @Test
    void severalClausesMayBeOneOfAnotherSelection() {
        OnLoop.run(() -> {
            Clause<String> either = oneOf(a.receiving(), b.receiving());
            Channel<String> c = Channel.rendezvous();
            Task<String> selected = first(c.receiving(), either.map(item -> "either " + item));
            b.send("from b");
            assertThat(selected.result()).isEqualTo("either from b");
            a.send("from a");
            assertThat(first(either).result()).isEqualTo("from a");
            assertThat(c.trySend("nobody waits")).isFalse();
        });
    }

    @Test
    void aSelectionMayWaitForAnother() {
        OnLoop.run(() -> {
            Task<String> inner = first(a.receiving(), b.receiving());
            Task<String> outer = first(onDone(inner), after(HOUR).as("late"));
            b.send("from b");
            return Script.of(awaited -> outer, awaited -> {
                assertThat(awaited.<String>get()).isEqualTo("from b");
                return done();
            });
        });
    }

    @Test
    void twoSelectionsMeetAtARendezvous() {
        OnLoop.run(() -> {
            Channel<String> c = Channel.rendezvous();
            Task<String> one = first(c.receiving(), c.sending("one's").as("sent"));
            assertThat(one.isDone()).isFalse();
            Task<String> two = first(c.receiving(), c.sending("two's").as("sent"));
            assertThat(two.result()).isEqualTo("one's");
            assertThat(one.result()).isEqualTo("sent");
            assertThat(c.tryReceive()).isNull();
            assertThat(c.trySend("nobody waits")).isFalse();
        });
    }

    @Test
    void itStandsInEachQueueAsIfItWereAloneThere() {
        OnLoop.run(() -> {
            Task<String> before = a.receive();
            Task<String> selected = first(a.receiving(), b.receiving());
            Task<String> behind = a.receive();
            a.send("1");
            a.send("2");
            a.send("3");
            assertThat(before.result()).isEqualTo("1");
            assertThat(selected.result()).isEqualTo("2");
            assertThat(behind.result()).isEqualTo("3");
        });
    }

    @Test
    void whatAFunctionThrowsTheSelectionFailsWithAndNotWhoSent() {
        OnLoop.run(() -> {
            IllegalStateException failure = new IllegalStateException("in the function");
            Clause<String> failing = a.receiving().map(item -> {
                throw failure;
            });
            Task<String> selected = first(failing, b.receiving());
            assertThat(a.send("item").isDone()).isTrue();
            assertThat(selected.failure()).isSameAs(failure);
            b.send("kept");
            assertThat(b.size()).isEqualTo(1);
            a.send("item");
            assertThat(first(failing).failure()).isSameAs(failure);
        });
    }

    @Test
    void aFunctionMayUseTheOtherChannelsAndCancelTheSelectionWithoutEffect() {
        List<String> trace = new ArrayList<>();
        OnLoop.run(() -> {
            List<Task<String>> selected = new ArrayList<>();
            selected.add(first(
                    a.receiving().map(item -> {
                        b.send("sent meanwhile");
                        selected.get(0).cancel();
                        return item;
                    }),
                    b.receiving()));
            a.send("from a");
            assertThat(selected.get(0).result()).isEqualTo("from a");
            trace.add(b.receive().result());
        });

        assertThat(trace).containsExactly("sent meanwhile");
    }

    @Test
    void aTaskOfAnotherLoopThatLosesIsLeftAlone() {
        try (EventLoop other = new EventLoop()) {
            Completer<String> foreign = new Completer<>(other);
            OnLoop.run(() -> {
                Task<String> selected = first(a.receiving(), onDone(foreign));
                a.send("taken");
                assertThat(selected.result()).isEqualTo("taken");
            });
            assertThat(foreign.isDone()).isFalse();
        }
    }
}
