package dev.fermata.examples.testing;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.sleep;
import static dev.fermata.Fermata.spawn;
import static dev.fermata.testing.Checkpoints.assertCheckpoints;
import static dev.fermata.testing.Checkpoints.assertNoCheckpoints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Async;
import dev.fermata.fs.AsyncFiles;
import dev.fermata.net.TcpListener;
import dev.fermata.sync.Channel;
import dev.fermata.testing.FaultyFiles;
import dev.fermata.testing.FileOperation;
import dev.fermata.testing.Link;
import dev.fermata.testing.SimulatedNetwork;
import dev.fermata.testing.VirtualTime;
import dev.fermata.testing.junit.AsyncTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

class QuotesTest {
    private static final InetSocketAddress SERVER = new InetSocketAddress("10.0.0.1", 4000);

    @TempDir
    private Path directory;

    private final Quotes quotes = new Quotes(SERVER);

    @AsyncTest
    @Async
    void anHourPassesAtOnce(VirtualTime time) {
        await(sleep(Duration.ofHours(1)));
        assertThat(time.elapsed()).isEqualTo(Duration.ofHours(1));
    }

    @AsyncTest(shuffles = 20)
    @Async
    void aQuoteComesInPieces(SimulatedNetwork network) throws IOException {
        network.link(Link.perfect().withPieces(2).withLatency(Duration.ofMillis(1), Duration.ofMillis(50)));
        var serving = QuoteServer.serve(TcpListener.bind(SERVER), 1);

        assertThat(await(quotes.quote("ACME"))).isEqualTo("ACME 42");
        await(serving);
    }

    @AsyncTest
    @Async
    void aConnectionThatIsLostIsMadeAgain(SimulatedNetwork network, VirtualTime time) throws IOException {
        network.link(Link.perfect().withResetAfter(3));
        var serving = QuoteServer.serve(TcpListener.bind(SERVER), 2);
        var quote = spawn(() -> quotes.quote("ACME"));
        await(sleep(Duration.ofSeconds(30)));
        network.link(Link.perfect());

        assertThat(await(quote)).isEqualTo("ACME 42");
        assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(1));
        await(serving);
    }

    @AsyncTest
    @Async
    void aDiskThatIsFullIsNoticed(FaultyFiles files) throws IOException {
        var file = files.over(directory).resolve("quotes.txt");
        await(AsyncFiles.writeString(file, "ACME 42\n"));
        files.failAt(FileOperation.WRITE, 1, new IOException("No space left on device"));
        try {
            await(AsyncFiles.writeString(file, "ACME 43\n"));
            throw new AssertionError("the write was to fail");
        } catch (IOException full) {
            assertThat(full).hasMessage("No space left on device");
        }
    }

    @AsyncTest
    @Async
    void aChannelWaitsOnlyWhenItIsFull() {
        var channel = Channel.<String>bounded(1);
        await(assertNoCheckpoints(() -> channel.send("first")));
        var sending = assertCheckpoints(() -> channel.send("second"));
        await(assertNoCheckpoints(() -> channel.receive()));
        await(sending);
    }
}
