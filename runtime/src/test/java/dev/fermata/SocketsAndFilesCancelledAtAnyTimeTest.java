package dev.fermata;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.gather;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.fs.AsyncFile;
import dev.fermata.fs.AsyncFileReader;
import dev.fermata.fs.AsyncFiles;
import dev.fermata.net.TcpListener;
import dev.fermata.net.TcpStream;
import dev.fermata.net.WatchedPoller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * As {@link CancelledAtAnyTimeTest}, for what is awaited of the operating system, on a real loop: it must leave no key in the selector, no
 * open channel, no work of other threads, no failure, and, where that can be counted, no descriptor.
 */
@NullUnmarked // tasks of Void
final class SocketsAndFilesCancelledAtAnyTimeTest {
    private static final int RELEASED = 3;
    private static final int LAST = 8;
    private static final int SIZE = 200_000;

    /**
     * After so many polls the selector has let go of the keys of channels that are closed; and what other threads have ended
     * before has led to no more work of theirs.
     */
    private static final int POLLS = 5;

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    @TempDir
    private static Path directory;

    /** What is awaited, and what goes before and after. */
    private static final class Subject {
        final Path path = directory.resolve("file");
        TcpListener listener;
        TcpStream client;
        TcpStream server;
        AsyncFile file;
        final List<AsyncCloseable<?>> open = new ArrayList<>();
        Script.Step release = awaited -> done();

        <C extends AsyncCloseable<?>> C opened(C resource) {
            open.add(resource);
            return resource;
        }

        private Task<?> listen(int backlog) throws IOException {
            listener = opened(TcpListener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), backlog));
            return done();
        }

        /** Two ends of a connection. */
        private Task<?> connect() {
            return Script.of(
                    awaited -> listen(1),
                    awaited -> gather(listener.accept(), TcpStream.connect(listener.localAddress())),
                    awaited -> {
                        List<TcpStream> ends = awaited.get();
                        server = opened(ends.get(0));
                        client = opened(ends.get(1));
                        return done();
                    });
        }

        private Task<?> openFile() {
            return Script.of(
                    awaited -> AsyncFiles.write(path, new byte[SIZE]),
                    awaited -> AsyncFile.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    awaited -> {
                        file = opened(awaited.<AsyncFile>get());
                        return done();
                    });
        }

        /** Has no request to connect to the listener be answered any more. */
        private Task<?> fillBacklog() throws IOException {
            for (int i = 0; i < 20; i++) {
                Task<TcpStream> connecting = TcpStream.connect(listener.localAddress());
                opened(() -> {
                    connecting.cancel();
                    return connecting.isFailed() ? done() : connecting.result().closeAsync();
                });
            }
            return done();
        }

        private Task<?> readOn(ByteBuffer buffer) {
            return Script.of(awaited -> client.read(buffer.clear()), awaited -> {
                awaited.get();
                return readOn(buffer);
            });
        }

        private Task<?> drain() {
            Task<?> draining = readOn(ByteBuffer.allocate(1 << 20));
            opened(() -> {
                draining.cancel();
                return Script.of(awaited -> draining, awaited -> done());
            });
            return done();
        }
    }

    private interface Start {
        Task<?> on(Subject subject) throws Exception;
    }

    private record Awaitable(Start prepare, Start start) {}

    private static final Map<String, Awaitable> AWAITABLES = new LinkedHashMap<>();

    static {
        AWAITABLES.put("accept", new Awaitable(subject -> subject.listen(1), subject -> {
            subject.release = awaited -> {
                Task<TcpStream> connecting = TcpStream.connect(subject.listener.localAddress());
                subject.opened(() -> {
                    connecting.cancel();
                    return connecting.isFailed() ? done() : connecting.result().closeAsync();
                });
                return done();
            };
            return subject.listener.accept();
        }));
        AWAITABLES.put(
                "connect",
                new Awaitable(
                        subject -> subject.listen(1), subject -> TcpStream.connect(subject.listener.localAddress())));
        AWAITABLES.put(
                "connect to one that does not answer",
                new Awaitable(
                        subject -> Script.of(awaited -> subject.listen(1), awaited -> subject.fillBacklog()),
                        subject -> TcpStream.connect(subject.listener.localAddress())));
        AWAITABLES.put("read", new Awaitable(Subject::connect, subject -> {
            subject.release = awaited -> subject.client.write(ByteBuffer.allocate(1));
            return subject.server.read(ByteBuffer.allocate(8));
        }));
        AWAITABLES.put("write", new Awaitable(Subject::connect, subject -> {
            subject.release = awaited -> subject.drain();
            return subject.server.write(ByteBuffer.allocate(16 << 20));
        }));
        AWAITABLES.put("closing a stream", new Awaitable(Subject::connect, subject -> subject.server.closeAsync()));
        AWAITABLES.put("opening a file", new Awaitable(Subject::openFile, subject -> AsyncFile.open(subject.path)));
        AWAITABLES.put(
                "reading a file",
                new Awaitable(Subject::openFile, subject -> subject.file.read(ByteBuffer.allocate(SIZE))));
        AWAITABLES.put(
                "reading a file at a position",
                new Awaitable(Subject::openFile, subject -> subject.file.read(ByteBuffer.allocate(SIZE), 1)));
        AWAITABLES.put(
                "writing a file",
                new Awaitable(Subject::openFile, subject -> subject.file.write(ByteBuffer.allocate(SIZE))));
        AWAITABLES.put("forcing a file", new Awaitable(Subject::openFile, subject -> subject.file.force(true)));
        AWAITABLES.put(
                "the next chunk of a file",
                new Awaitable(
                        Subject::openFile,
                        subject -> subject.file.reader(1 << 14, 3).next()));
        AWAITABLES.put("the chunk after that", new Awaitable(Subject::openFile, subject -> {
            AsyncFileReader reader = subject.file.reader(1 << 14, 3);
            return Script.of(awaited -> reader.next(), awaited -> reader.next());
        }));
        AWAITABLES.put(
                "all of a file", new Awaitable(Subject::openFile, subject -> AsyncFiles.readAllBytes(subject.path)));
        AWAITABLES.put("closing a file", new Awaitable(Subject::openFile, subject -> subject.file.closeAsync()));
    }

    /** The JDK keeps a socket of its own, from the first that it closes on. */
    @BeforeAll
    static void closeOneSocket() throws IOException {
        SocketChannel.open().close();
    }

    static Stream<String> awaitables() {
        return AWAITABLES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("awaitables")
    void itLeavesNothingBehind(String awaitable) throws IOException {
        for (int turns = 0; turns <= LAST; turns++) {
            List<Throwable> reported = new ArrayList<>();
            WatchedPoller poller = new WatchedPoller();
            try (EventLoop loop = new EventLoop(
                    Clock.system(), poller, ReadyOrder.fifo(), (what, failure) -> reported.add(failure))) {
                int moment = turns;
                loop.<Void, RuntimeException>run(() -> cancelledAt(moment, AWAITABLES.get(awaitable), poller));
            }
            assertThat(reported)
                    .as("reported of " + awaitable + ", cancelled in turn " + turns)
                    .isEmpty();
        }
    }

    private static Task<Void> cancelledAt(int moment, Awaitable awaitable, WatchedPoller poller) {
        Subject subject = new Subject();
        Task<?>[] task = new Task<?>[1];
        long[] before = new long[1];
        List<Script.Step> steps = new ArrayList<>();
        steps.add(awaited -> {
            before[0] = descriptors();
            return awaitable.prepare().on(subject);
        });
        steps.add(awaited -> {
            awaited.get();
            task[0] = awaitable.start().on(subject);
            return done();
        });
        for (int turn = 0; turn < moment; turn++) {
            int number = turn;
            steps.add(awaited -> number == RELEASED ? subject.release.take(awaited) : checkpoint());
        }
        steps.add(awaited -> {
            task[0].cancel();
            return task[0];
        });
        steps.add(awaited -> {
            try {
                Object value = awaited.get();
                if (value instanceof AsyncCloseable<?> resource) {
                    subject.opened(resource);
                }
            } catch (CancellationException expected) {
                // In time.
            }
            return done();
        });
        steps.add(awaited -> closeAll(subject.open));
        steps.add(awaited -> {
            awaited.get();
            return settled(poller, EventLoop.current().polls() + POLLS);
        });
        steps.add(awaited -> {
            EventLoop loop = EventLoop.current();
            assertThat(loop.timers()).isZero();
            assertThat(loop.leftOpen()).isEmpty();
            assertThat(loop.spawned.size()).isEqualTo(1);
            assertThat(poller.open()).isZero();
            assertThat(poller.registered()).isZero();
            assertThat(descriptors())
                    .as("descriptors, cancelled in turn " + moment)
                    .isEqualTo(before[0]);
            return done();
        });
        return Script.of(steps.toArray(Script.Step[]::new));
    }

    /** One after the other, the last first, as try-with-resources does. */
    private static Task<Void> closeAll(List<AsyncCloseable<?>> open) {
        return open.isEmpty()
                ? done()
                : Script.of(awaited -> open.remove(open.size() - 1).closeAsync(), awaited -> {
                    awaited.get();
                    return closeAll(open);
                });
    }

    /** Gives way until so many polls were made during which other threads had nothing to do. */
    private static Task<Void> settled(WatchedPoller poller, long polls) {
        EventLoop loop = EventLoop.current();
        if (!poller.isQuiet()) {
            return Script.of(awaited -> checkpoint(), awaited -> settled(poller, loop.polls() + POLLS));
        }
        return loop.polls() >= polls ? done() : Script.of(awaited -> checkpoint(), awaited -> settled(poller, polls));
    }

    /** How many sockets, and files of this test, the process has open; 0 where the system does not tell. */
    private static long descriptors() throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(DESCRIPTORS)) {
            return all.filter(SocketsAndFilesCancelledAtAnyTimeTest::isOurs).count();
        }
    }

    private static boolean isOurs(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("socket:") || target.startsWith(directory.toString());
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
