package dev.fermata.testing;

import static dev.fermata.Fermata.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.AsyncIterator;
import dev.fermata.Task;
import dev.fermata.sync.Channel;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Our own channels conform, and each check finds a channel that was broken for it. */
@Timeout(60)
@NullUnmarked
class ChannelConformanceTest {
    private static void assertFound(String check, Supplier<ChannelUnderTest> broken) {
        assertThat(ChannelConformance.violations(broken::get))
                .anyMatch(violation -> violation.startsWith(check + ": "));
    }

    @Test
    void channelsConformWhateverTheirCapacity() {
        assertThat(ChannelConformance.violations(() -> ChannelUnderTest.of(Channel.rendezvous())))
                .isEmpty();
        assertThat(ChannelConformance.violations(() -> ChannelUnderTest.of(Channel.bounded(1))))
                .isEmpty();
        assertThat(ChannelConformance.violations(() -> ChannelUnderTest.of(Channel.bounded(10))))
                .isEmpty();
        assertThat(ChannelConformance.violations(() -> ChannelUnderTest.of(Channel.unbounded())))
                .isEmpty();
    }

    private static class Broken implements ChannelUnderTest {
        final Channel<String> sound;

        Broken(Channel<String> sound) {
            this.sound = sound;
        }

        @Override
        public Task<Void> send(String item) throws Exception {
            return sound.send(item);
        }

        @Override
        public AsyncIterator<String> iterator() {
            return sound.iterator();
        }

        @Override
        public void close() {
            sound.close();
        }
    }

    /** A channel in which each step of a sequence is another. */
    private static ChannelUnderTest advancing(Function<AsyncIterator<String>, Task<Boolean>> advance) {
        return new Broken(Channel.bounded(1)) {
            @Override
            public AsyncIterator<String> iterator() {
                AsyncIterator<String> items = sound.iterator();
                return new AsyncIterator<>() {
                    @Override
                    public Task<Boolean> advance() {
                        return advance.apply(items);
                    }

                    @Override
                    public String current() {
                        return items.current();
                    }

                    @Override
                    public Task<Void> closeAsync() {
                        return items.closeAsync();
                    }
                };
            }
        };
    }

    @Test
    void itemsInAnotherOrderAreFound() {
        assertFound("items come in the order in which they were sent", () -> new Broken(Channel.unbounded()) {
            private String held;

            @Override
            public Task<Void> send(String item) throws Exception {
                if (held == null) {
                    held = item;
                    return done();
                }
                sound.send(item);
                String before = held;
                held = null;
                return sound.send(before);
            }
        });
    }

    @Test
    void aReceiverThatDoesNotWaitIsFound() {
        assertFound(
                "who receives waits for an item",
                () -> advancing(items -> {
                    Task<Boolean> step = items.advance();
                    if (step.isDone()) {
                        return step;
                    }
                    step.cancel();
                    return done(false);
                }));
    }

    @Test
    void receiversThatGetInEachOthersWayAreFound() {
        assertFound("who receives first is served first", () -> new Broken(Channel.unbounded()) {
            private final AsyncIterator<String> shared = sound.iterator();

            @Override
            public AsyncIterator<String> iterator() {
                return shared;
            }
        });
    }

    @Test
    void aCancelledReceiverThatTakesAnItemIsFound() {
        assertFound(
                "a cancelled receiver takes no item",
                () -> advancing(
                        items -> Task.from(items.advance().toCompletableFuture().thenApply(there -> there))));
    }

    @Test
    void aCancelledSenderWhoseItemComesIsFound() {
        assertFound("the item of a cancelled sender is not delivered", () -> new Broken(Channel.rendezvous()) {
            @Override
            public Task<Void> send(String item) {
                return Task.from(sound.send(item).toCompletableFuture().copy());
            }
        });
    }

    @Test
    void itemsThatAreLostByClosingAreFound() {
        assertFound("what was sent before closing is received, then it ends", () -> new Broken(Channel.unbounded()) {
            @Override
            public void close() {
                while (sound.tryReceive() != null) {
                    assertThat(sound.isClosed()).isFalse();
                }
                sound.close();
            }
        });
    }

    @Test
    void aReceiverThatIsLeftWaitingIsFound() {
        assertFound("closing ends a receiver that waits", () -> new Broken(Channel.unbounded()) {
            @Override
            public void close() {}
        });
    }

    @Test
    void aSendAfterClosingIsFound() {
        assertFound("nothing is sent after closing", () -> new Broken(Channel.unbounded()) {
            @Override
            public Task<Void> send(String item) {
                return sound.isClosed() ? done() : sound.send(item);
            }
        });
    }

    @Test
    void twoStepsAtATimeAreFound() {
        assertFound(
                "a sequence is advanced one step at a time",
                () -> advancing(items -> {
                    try {
                        return items.advance();
                    } catch (IllegalStateException second) {
                        return done(true);
                    }
                }));
    }
}
