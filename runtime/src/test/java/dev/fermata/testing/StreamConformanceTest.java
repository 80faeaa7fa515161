package dev.fermata.testing;

import static dev.fermata.Fermata.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Completer;
import dev.fermata.Task;
import dev.fermata.net.TcpListener;
import dev.fermata.net.TcpStream;
import dev.fermata.testing.StreamConformance.Ends;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Our own streams conform, and each check finds a stream that was broken for it. */
@Timeout(60)
@NullUnmarked
class StreamConformanceTest {
    private static Ends connect(Steps steps) throws Exception {
        TcpListener listener = steps.await(() -> done(TcpListener.loopback(0)));
        TcpStream one = steps.await(() -> TcpStream.connect(listener.localAddress()));
        TcpStream other = steps.await(listener::accept);
        steps.await(listener::closeAsync);
        return new Ends(StreamUnderTest.of(one), StreamUnderTest.of(other));
    }

    private static void assertFound(String check, UnaryOperator<StreamUnderTest> breaking) {
        List<String> violations = StreamConformance.violations(steps -> {
            Ends ends = connect(steps);
            return new Ends(breaking.apply(ends.one()), breaking.apply(ends.other()));
        });
        assertThat(violations).anyMatch(violation -> violation.startsWith(check + ": "));
    }

    @Test
    void aTcpStreamConformsOnASimulatedNetworkWhateverThatDoes() {
        for (Link link : List.of(
                Link.perfect(),
                Link.perfect().withLatency(Duration.ZERO, Duration.ofMillis(100)),
                Link.perfect().withCapacity(1024 * 1024).withPieces(100_000))) {
            assertThat(StreamConformance.violations(steps -> {
                        steps.context().network().link(link);
                        return connect(steps);
                    }))
                    .isEmpty();
        }
    }

    @Test
    void aTcpStreamConformsInReality() {
        assertThat(StreamConformance.violationsInRealTime(StreamConformanceTest::connect))
                .isEmpty();
    }

    private static class Broken implements StreamUnderTest {
        final StreamUnderTest sound;

        Broken(StreamUnderTest sound) {
            this.sound = sound;
        }

        @Override
        public Task<Integer> read(ByteBuffer buffer) throws Exception {
            return sound.read(buffer);
        }

        @Override
        public Task<Void> write(ByteBuffer buffer) throws Exception {
            return sound.write(buffer);
        }

        @Override
        public Task<Void> shutdownOutput() throws Exception {
            return sound.shutdownOutput();
        }

        @Override
        public Task<Void> closeAsync() throws Exception {
            return sound.closeAsync();
        }
    }

    @Test
    void bytesInAnotherOrderAreFound() {
        assertFound("bytes arrive as they were sent, in both directions", sound -> new Broken(sound) {
            @Override
            public Task<Void> write(ByteBuffer buffer) throws Exception {
                ByteBuffer reversed = ByteBuffer.allocate(buffer.remaining());
                for (int i = buffer.limit() - 1; i >= 0; i--) {
                    reversed.put(buffer.get(i));
                }
                return sound.write(reversed.flip());
            }
        });
    }

    @Test
    void aReadThatWaitsForMoreIsFound() {
        assertFound("a read takes what there is and does not wait for more", sound -> new Broken(sound) {
            @Override
            public Task<Integer> read(ByteBuffer buffer) throws Exception {
                return buffer.remaining() > 50 ? new Completer<Integer>().task() : sound.read(buffer);
            }
        });
    }

    @Test
    void aReadThatDoesNotWaitIsFound() {
        assertFound("a read waits while there is nothing", sound -> new Broken(sound) {
            @Override
            public Task<Integer> read(ByteBuffer buffer) throws Exception {
                Task<Integer> read = sound.read(buffer);
                if (read.isDone()) {
                    return read;
                }
                read.cancel();
                return done(0);
            }
        });
    }

    @Test
    void anEndThatDoesNotComeIsFound() {
        assertFound("the end comes after the bytes, and again", sound -> new Broken(sound) {
            @Override
            public Task<Void> shutdownOutput() {
                return done();
            }
        });
    }

    @Test
    void anEndlessBufferIsFound() {
        assertFound("who writes waits for who reads, and loses nothing", sound -> new Broken(sound) {
            @Override
            public Task<Void> write(ByteBuffer buffer) {
                return done();
            }
        });
    }

    @Test
    void aCancelledReadThatGoesOnIsFound() {
        assertFound("a cancelled read takes nothing", sound -> new Broken(sound) {
            @Override
            public Task<Integer> read(ByteBuffer buffer) throws Exception {
                return Task.from(sound.read(buffer).toCompletableFuture().thenApply(count -> count));
            }
        });
    }

    @Test
    void aSecondReadThatIsAllowedIsFound() {
        assertFound("there is one read at a time", sound -> new Broken(sound) {
            @Override
            public Task<Integer> read(ByteBuffer buffer) throws Exception {
                try {
                    return sound.read(buffer);
                } catch (IllegalStateException second) {
                    return done(0);
                }
            }
        });
    }

    @Test
    void closingThatClosesNothingIsFound() {
        UnaryOperator<StreamUnderTest> leftOpen = sound -> new Broken(sound) {
            @Override
            public Task<Void> closeAsync() {
                return done();
            }
        };
        assertFound("closing ends a read that waits", leftOpen);
        assertFound("a closed stream is of no use, and can be closed again", leftOpen);
        assertFound("the peer learns that a stream was closed", leftOpen);
    }

    @Test
    void aSecondCloseThatFailsIsFound() {
        assertFound("a closed stream is of no use, and can be closed again", sound -> new Broken(sound) {
            private boolean closed;

            @Override
            public Task<Void> closeAsync() throws Exception {
                if (closed) {
                    return Task.failed(new IOException("closed before"));
                }
                closed = true;
                return sound.closeAsync();
            }
        });
    }
}
