package dev.fermata.examples.sync;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.gather;
import static dev.fermata.Fermata.spawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Async;
import dev.fermata.Completer;
import dev.fermata.EventLoop;
import dev.fermata.FailureHandler;
import dev.fermata.Task;
import dev.fermata.sync.Channel;
import dev.fermata.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private final VirtualTime time = new VirtualTime();
    private final EventLoop loop = time.loop(FailureHandler.logging());
    private int balance;
    private int running;
    private int most;

    @AfterEach
    void close() {
        loop.close();
    }

    private final class SlowLedger implements Account.Ledger {
        @Async
        @Override
        public Task<Integer> balance() {
            int read = balance;
            await(checkpoint());
            return done(read);
        }

        @Async
        @Override
        public Task<Void> setBalance(int written) {
            await(checkpoint());
            balance = written;
            return done();
        }
    }

    @Test
    void noDepositIsLost() {
        var account = new Account(new SlowLedger());
        loop.run(() -> gather(account.deposit(1), account.deposit(2), account.deposit(3)));

        assertThat(balance).isEqualTo(6);
    }

    @Async
    private Task<byte[]> answer(String address) {
        most = Math.max(most, ++running);
        await(checkpoint());
        running--;
        return done(new byte[address.length()]);
    }

    @Test
    void tenAreDownloadedAtATime() {
        var downloads = new Downloads(this::answer);
        List<byte[]> contents = loop.run(() -> {
            List<Task<byte[]>> tasks = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                tasks.add(downloads.download("address"));
            }
            return gather(tasks);
        });

        assertThat(contents).hasSize(25);
        assertThat(most).isEqualTo(10);
    }

    @Test
    void aJobIsWaitedFor() {
        var jobs = new Jobs();
        var taken = loop.run(() -> {
            Task<String> first = jobs.take();
            Task<String> second = jobs.take();
            spawn(() -> jobs.put("sweep"));
            spawn(() -> jobs.put("dust"));
            return gather(first, second);
        });

        assertThat(taken).containsExactly("sweep", "dust");
    }

    @Test
    void whatIsProducedIsCounted() {
        var pipeline = new Pipeline();
        Channel<String> lines = Channel.bounded(1);
        int count = loop.run(() -> {
            spawn(() -> pipeline.produce(lines, List.of("to", "be", "or not")));
            return pipeline.count(lines);
        });

        assertThat(count).isEqualTo(10);
    }

    @Test
    void theNextIsWhateverHappensFirst() {
        var pipeline = new Pipeline();
        Channel<String> lines = Channel.unbounded();
        loop.run(() -> {
            lines.send(" a line ");
            Completer<Void> shutdown = new Completer<>();
            assertThat(pipeline.next(lines, shutdown).result()).isEqualTo("a line");
            assertThat(pipeline.next(lines, done()).result()).isEqualTo("bye");
            return gather(pipeline.next(lines, shutdown));
        });

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(30));
    }
}
