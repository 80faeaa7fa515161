package dev.fermata.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.AsyncIterator;
import dev.fermata.Task;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ReceiptsTest {
    private final Channel<Integer> channel = Channel.bounded(2);
    private final AsyncIterator<Integer> items = channel.iterator();

    @Test
    void itGoesThroughTheItemsAndEndsWhenTheChannelIsClosed() {
        OnLoop.run(() -> {
            channel.send(1);
            assertThat(items.advance().result()).isTrue();
            assertThat(items.current()).isEqualTo(1);
            assertThat(items.current()).isEqualTo(1);
            Task<Boolean> second = items.advance();
            assertThat(second.isDone()).isFalse();
            channel.send(2);
            assertThat(second.result()).isTrue();
            assertThat(items.current()).isEqualTo(2);
            Task<Boolean> third = items.advance();
            channel.close();
            assertThat(third.result()).isFalse();
            assertThat(items.advance().result()).isFalse();
        });
    }

    @Test
    void whatWasSentBeforeClosingComesBeforeTheEnd() {
        OnLoop.run(() -> {
            channel.send(1);
            channel.close();
            assertThat(items.advance().result()).isTrue();
            assertThat(items.advance().result()).isFalse();
        });
    }

    @Test
    void itFailsWhereTheChannelIsClosedWithACause() {
        OnLoop.run(() -> {
            IOException cause = new IOException("connection lost");
            Task<Boolean> waiting = items.advance();
            channel.close(cause);
            assertThat(waiting.failure())
                    .isInstanceOf(ChannelClosedException.class)
                    .hasCause(cause);
            assertThat(items.advance().failure()).hasCause(cause);
        });
    }

    @Test
    void eachItemGoesToOneOfThoseWhoReceive() {
        OnLoop.run(() -> {
            AsyncIterator<Integer> others = channel.iterator();
            Task<Boolean> mine = items.advance();
            Task<Boolean> theirs = others.advance();
            channel.send(1);
            channel.send(2);
            assertThat(mine.result() && theirs.result()).isTrue();
            assertThat(items.current()).isEqualTo(1);
            assertThat(others.current()).isEqualTo(2);
        });
    }

    @Test
    void thereIsNoItemBeforeTheFirstNorAfterTheLast() {
        OnLoop.run(() -> {
            assertThatThrownBy(items::current).isInstanceOf(IllegalStateException.class);
            channel.send(1);
            items.advance();
            items.advance();
            assertThatThrownBy(items::current).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void aSecondStepBeforeTheFirstIsDoneIsRefused() {
        OnLoop.run(() -> {
            items.advance();
            assertThatThrownBy(items::advance)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("await it first");
        });
    }

    @Test
    void aCancelledStepTakesNoItemAndMayBeAskedForAgain() {
        OnLoop.run(() -> {
            Task<Boolean> step = items.advance();
            step.cancel();
            channel.send(1);
            assertThat(channel.size()).isEqualTo(1);
            assertThat(items.advance().result()).isTrue();
            assertThat(items.current()).isEqualTo(1);
        });
    }

    @Test
    void closingItEndsItAndLeavesTheChannelToOthers() {
        OnLoop.run(() -> {
            Task<Boolean> step = items.advance();
            assertThat(items.closeAsync().isDone()).isTrue();
            assertThat(step.isCancelled()).isTrue();
            assertThat(items.advance().result()).isFalse();
            channel.send(1);
            assertThat(channel.receive().result()).isEqualTo(1);
            assertThat(items.closeAsync().isDone()).isTrue();
        });
    }
}
