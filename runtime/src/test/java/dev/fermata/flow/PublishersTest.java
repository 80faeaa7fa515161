package dev.fermata.flow;

import static dev.fermata.Fermata.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.AsyncIterator;
import dev.fermata.Completer;
import dev.fermata.EventLoop;
import dev.fermata.FailureHandler;
import dev.fermata.Fermata;
import dev.fermata.Task;
import dev.fermata.sync.Channel;
import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullUnmarked // passes null on purpose
final class PublishersTest {
    /** Gives what was requested when it is told to, and notes what it is told. */
    private static final class Source implements Flow.Publisher<Integer>, Flow.Subscription {
        final List<String> trace = new ArrayList<>();
        long demand;
        int next = 1;
        Flow.Subscriber<? super Integer> subscriber;

        @Override
        public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
            this.subscriber = subscriber;
            subscriber.onSubscribe(this);
        }

        @Override
        public void request(long count) {
            trace.add("request " + count);
            demand += count;
        }

        @Override
        public void cancel() {
            trace.add("cancel");
        }

        void giveAll() {
            while (demand > 0) {
                demand--;
                subscriber.onNext(next++);
            }
        }
    }

    /** Has the loop take what was handed to it, then does this. */
    private static void later(Runnable action) {
        EventLoop.current().execute(action);
    }

    /** Takes each step when the loop has taken what was handed to it in the steps before. */
    private static Task<Void> run(Runnable... steps) {
        Completer<Void> end = new Completer<>();
        take(List.of(steps), 0, end);
        return end;
    }

    private static void take(List<Runnable> steps, int index, Completer<Void> end) {
        later(() -> {
            try {
                if (index == steps.size()) {
                    end.complete(null);
                } else {
                    steps.get(index).run();
                    take(steps, index + 1, end);
                }
            } catch (Throwable failure) {
                end.fail(failure);
            }
        });
    }

    @Test
    void noMoreIsRequestedThanMayBeAhead() {
        Source source = new Source();
        Fermata.run(() -> {
            AsyncIterator<Integer> values = Publishers.sequence(source, 4).iterator();
            return run(() -> {}, source::giveAll, () -> {
                assertThat(values.advance().result()).isTrue();
                assertThat(values.current()).isEqualTo(1);
                assertThat(source.trace).containsExactly("request 4");
                assertThat(values.advance().result()).isTrue();
                assertThat(values.current()).isEqualTo(2);
                assertThat(source.trace).containsExactly("request 4", "request 2");
            });
        });

        assertThat(source.trace).hasSize(2);
    }

    @Test
    void theFailureComesAfterTheValuesBeforeItAndOnce() {
        Source source = new Source();
        IOException failure = new IOException("broken");
        List<@Nullable Object> seen = new ArrayList<>();
        Fermata.run(() -> {
            AsyncIterator<Integer> values = Publishers.sequence(source, 1).iterator();
            return run(source::giveAll, () -> source.subscriber.onError(failure), () -> {
                seen.add(values.advance().result());
                seen.add(values.advance().failure());
                seen.add(values.advance().result());
            });
        });

        assertThat(seen).containsExactly(true, failure, false);
        assertThat(source.trace).containsExactly("request 1");
    }

    @Test
    void closingCancelsTheSubscriptionAndEndsAnAdvanceThatWaits() {
        Source source = new Source();
        Fermata.run(() -> {
            AsyncIterator<Integer> values = Publishers.sequence(source, 1).iterator();
            Task<Boolean> advance = values.advance();
            assertThatThrownBy(values::advance).isInstanceOf(IllegalStateException.class);
            return run(() -> {}, () -> {
                values.closeAsync();
                values.closeAsync();
                assertThat(advance.result()).isFalse();
            });
        });

        assertThat(source.trace).containsExactly("request 1", "cancel");
    }

    @Test
    void aSecondSubscriptionIsCancelled() {
        Source source = new Source();
        Source second = new Source();
        Fermata.run(() -> {
            Publishers.sequence(source, 1).iterator();
            source.subscriber.onSubscribe(second);
            return run();
        });

        assertThat(second.trace).containsExactly("cancel");
    }

    @Test
    void cancellingASubscriptionClosesTheIteration() {
        Range range = new Range(Long.MAX_VALUE);
        List<Long> seen = new ArrayList<>();
        Fermata.run(() -> {
            Completer<Void> end = new Completer<>();
            Publishers.publisher(range, EventLoop.current()).subscribe(new Flow.Subscriber<Long>() {
                private Flow.Subscription subscription;

                @Override
                public void onSubscribe(Flow.Subscription given) {
                    subscription = given;
                    given.request(Long.MAX_VALUE);
                }

                @Override
                public void onNext(Long value) {
                    seen.add(value);
                    if (seen.size() == 1000) {
                        subscription.cancel();
                        later(() -> later(() -> later(() -> end.complete(null))));
                    }
                }

                @Override
                public void onError(Throwable failure) {
                    end.fail(failure);
                }

                @Override
                public void onComplete() {}
            });
            return end;
        });

        assertThat(range.closed).isEqualTo(1);
    }

    /** Notes what it is told, and does something with each value. */
    private record Told(List<Object> trace, Consumer<Integer> onNext) implements Flow.Subscriber<Integer> {
        @Override
        public void onSubscribe(Flow.Subscription given) {
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Integer value) {
            trace.add(value);
            onNext.accept(value);
        }

        @Override
        public void onError(Throwable failure) {
            trace.add(failure);
        }

        @Override
        public void onComplete() {
            trace.add("complete");
        }
    }

    @Test
    void whatASubscriberThrowsIsReportedAlsoWhereTheValueCameLater() {
        RuntimeException violation = new RuntimeException("of rule 2.13");
        List<Throwable> reported = new ArrayList<>();
        List<Object> trace = new ArrayList<>();
        Channel<Integer> channel = Channel.unbounded();
        try (EventLoop loop = new VirtualTime().loop((what, failure) -> reported.add(failure))) {
            loop.run(() -> {
                Publishers.publisher(channel, loop).subscribe(new Told(trace, value -> {
                    throw violation;
                }));
                return run(() -> {}, () -> {}, () -> channel.send(1), () -> {}, () -> {}, () -> {});
            });
        }

        assertThat(trace).containsExactly(1);
        assertThat(reported).containsExactly(violation);
    }

    @Test
    void aSubscriberIsToldThatTheLoopIsClosed() {
        List<Object> trace = new ArrayList<>();
        Channel<Integer> channel = Channel.unbounded();
        try (EventLoop loop = new VirtualTime().loop(FailureHandler.logging())) {
            loop.run(() -> {
                Publishers.publisher(channel, loop).subscribe(new Told(trace, value -> {}));
                return run(() -> {}, () -> {}, () -> {});
            });
        }

        assertThat(trace).hasSize(1).hasOnlyElementsOfType(IllegalStateException.class);
    }

    @Test
    void wrongUseIsTold() {
        assertThatThrownBy(() -> Publishers.sequence(null, 1)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Publishers.sequence(new Source(), 0)).isInstanceOf(IllegalArgumentException.class);
        Fermata.run(() -> {
            assertThatThrownBy(() -> Publishers.publisher(new Range(1), EventLoop.current())
                            .subscribe(null))
                    .isInstanceOf(NullPointerException.class);
            return done();
        });
    }
}
