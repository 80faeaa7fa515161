package dev.fermata.examples.testing;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.gather;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fermata.Async;
import dev.fermata.Task;
import dev.fermata.net.TcpListener;
import dev.fermata.sync.Mutex;
import dev.fermata.testing.TestLoop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HangTest {
    private static final InetSocketAddress SERVER = new InetSocketAddress("10.0.0.1", 4000);

    private final Mutex mutex = new Mutex();

    @Async
    private Task<Void> hangs() throws IOException {
        try (var listener = TcpListener.bind(SERVER);
                var held = await(mutex.lock())) {
            assertThat(held).isNotNull();
            await(gather(QuoteServer.serve(listener, 1), locks()));
        }
        return done();
    }

    @Async
    private Task<Void> locks() {
        try (var held = await(mutex.lock())) {
            assertThat(held).isNotNull();
        }
        return done();
    }

    @Test
    void aTestThatHangsShowsTheLineOfEachAwait() throws IOException {
        Throwable failure = catchThrowable(
                () -> TestLoop.virtual().withTimeout(Duration.ofMillis(500)).run(test -> hangs()));

        assertThat(failure).isInstanceOf(AssertionError.class);
        assertThat(failure.getMessage().lines())
                .anyMatch(
                        line -> line.equals("HangTest.hangs (HangTest.java:" + line("HangTest", "await(gather(") + ")"))
                .anyMatch(line -> line.endsWith(
                        "QuoteServer.serve (QuoteServer.java:" + line("QuoteServer", "listener.accept()") + ")"))
                .anyMatch(line -> line.contains("accept on listener on /10.0.0.1:4000, opened at"
                        + " dev.fermata.examples.testing.HangTest.hangs(HangTest.java:"
                        + line("HangTest", "TcpListener.bind(SERVER)") + ")"))
                .anyMatch(line -> line.endsWith(
                        "HangTest.locks (HangTest.java:" + (line("HangTest", "private Task<Void> locks()") + 1) + ")"));
        assertThat(Files.readString(Path.of("..", "..", "docs", "testing.md")))
                .as("the guide shows this very tree")
                .contains(failure.getMessage().lines().skip(1).collect(Collectors.joining("\n")));
    }

    private static int line(String file, String text) {
        try {
            Path tests = Path.of("src/test/java/dev/fermata/examples/testing/" + file + ".java");
            Path main = Path.of("src/main/java/dev/fermata/examples/testing/" + file + ".java");
            List<String> lines = Files.readAllLines(Files.exists(tests) ? tests : main);
            return 1
                    + lines.indexOf(lines.stream()
                            .filter(line -> line.contains(text))
                            .findFirst()
                            .orElseThrow());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
