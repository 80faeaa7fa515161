package dev.fermata.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Task;
import dev.fermata.net.LoopThread;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UninterruptedTest {
    private final LoopThread loop = new LoopThread();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        loop.close();
        assertThat(loop.unobserved).isEmpty();
    }

    private String work() throws IOException {
        begun.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
        return "value";
    }

    @Test
    void cancellingTheTaskEndsItAndLetsTheWorkGoOn() throws Exception {
        Uninterrupted<String> work = loop.on(() -> Uninterrupted.start(this::work));
        Task<String> task = loop.on(work::task);
        begun.await();
        loop.cancel(task);
        assertThatThrownBy(() -> loop.await(() -> task)).isInstanceOf(CancellationException.class);
        assertThat(loop.on(work::isDone)).isFalse();
        release.countDown();
        assertThat(loop.await(work::task)).isEqualTo("value");
    }

    @Test
    void aValueThatNobodyWaitsForAnyMoreIsDisposedOf() throws Exception {
        var disposed = new CompletableFuture<String>();
        Uninterrupted<String> work = loop.on(() -> Uninterrupted.start(this::work));
        loop.cancel(loop.on(() -> work.taskOr(disposed::complete)));
        release.countDown();
        assertThat(disposed.get()).isEqualTo("value");
    }

    @Test
    void aFailureThatNobodyWaitsForIsNotReported() throws Exception {
        Uninterrupted<String> work = loop.on(() -> Uninterrupted.start(() -> {
            throw new IOException("nobody asked");
        }));
        while (!loop.on(work::isDone)) {
            // The next call on the loop comes after another poll.
        }
        assertThatThrownBy(() -> loop.await(work::task))
                .isInstanceOf(IOException.class)
                .hasMessage("nobody asked");
    }
}
