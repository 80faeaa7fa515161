package dev.fermata.sync;

import static dev.fermata.Fermata.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Completer;
import dev.fermata.Script;
import dev.fermata.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked // passes null on purpose
final class ChannelTest {
    @Test
    void aSenderWaitsOnlyWhileTheChannelIsFull() {
        OnLoop.run(() -> {
            Channel<Integer> channel = Channel.bounded(2);
            assertThat(channel.send(1).isDone()).isTrue();
            assertThat(channel.send(2).isDone()).isTrue();
            Task<Void> third = channel.send(3);
            assertThat(third.isDone()).isFalse();
            assertThat(channel.receive().result()).isEqualTo(1);
            assertThat(third.isDone()).isTrue();
            assertThat(channel.size()).isEqualTo(2);
            assertThat(channel.receive().result()).isEqualTo(2);
            assertThat(channel.receive().result()).isEqualTo(3);
        });
    }

    @Test
    void atARendezvousEachWaitsForTheOther() {
        OnLoop.run(() -> {
            Channel<Integer> channel = Channel.rendezvous();
            Task<Void> first = channel.send(1);
            Task<Void> second = channel.send(2);
            assertThat(first.isDone()).isFalse();
            assertThat(channel.receive().result()).isEqualTo(1);
            assertThat(first.isDone()).isTrue();
            assertThat(second.isDone()).isFalse();
            assertThat(channel.receive().result()).isEqualTo(2);
            Task<Integer> third = channel.receive();
            assertThat(third.isDone()).isFalse();
            assertThat(channel.send(3).isDone()).isTrue();
            assertThat(third.result()).isEqualTo(3);
        });
    }

    @Test
    void anUnboundedOneNeverMakesASenderWait() {
        OnLoop.run(() -> {
            Channel<Integer> channel = Channel.unbounded();
            for (int i = 0; i < 10_000; i++) {
                assertThat(channel.send(i).isDone()).isTrue();
            }
            assertThat(channel.receive().result()).isEqualTo(0);
            assertThat(channel.size()).isEqualTo(9_999);
        });
    }

    @Test
    void aConflatedOneHoldsWhatWasSentLast() {
        OnLoop.run(() -> {
            Channel<Integer> channel = Channel.conflated();
            channel.send(1);
            assertThat(channel.trySend(2)).isTrue();
            assertThat(channel.receive().result()).isEqualTo(2);
            Task<Integer> waiting = channel.receive();
            channel.send(3);
            assertThat(waiting.result()).isEqualTo(3);
            assertThat(channel.tryReceive()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void receiversGetItemsInTheOrderInWhichTheyAsked(int capacity) {
        OnLoop.run(() -> {
            Channel<Integer> channel = Channel.bounded(capacity);
            Task<Integer> first = channel.receive();
            Task<Integer> second = channel.receive();
            channel.send(1);
            assertThat(first.result()).isEqualTo(1);
            assertThat(second.isDone()).isFalse();
            channel.send(2);
            assertThat(second.result()).isEqualTo(2);
        });
    }

    @Test
    void tryingNeverWaits() {
        OnLoop.run(() -> {
            Channel<Integer> channel = Channel.bounded(1);
            assertThat(channel.tryReceive()).isNull();
            assertThat(channel.trySend(1)).isTrue();
            assertThat(channel.trySend(2)).isFalse();
            assertThat(channel.tryReceive()).isEqualTo(1);
            Task<Integer> waiting = channel.receive();
            assertThat(channel.trySend(3)).isTrue();
            assertThat(waiting.result()).isEqualTo(3);
        });
    }

    @Test
    void whatACancelledSenderWaitedToSendIsNotDelivered() {
        OnLoop.run(() -> {
            Channel<Integer> channel = Channel.bounded(1);
            channel.send(1);
            Task<Void> second = channel.send(2);
            Task<Void> third = channel.send(3);
            second.cancel();
            assertThat(channel.receive().result()).isEqualTo(1);
            assertThat(third.isDone()).isTrue();
            assertThat(channel.receive().result()).isEqualTo(3);
        });
    }

    @Test
    void aCancelledReceiverSwallowsNoItem() {
        OnLoop.run(() -> {
            Channel<Integer> channel = Channel.rendezvous();
            Task<Integer> first = channel.receive();
            Task<Integer> second = channel.receive();
            first.cancel();
            channel.send(1);
            assertThat(second.result()).isEqualTo(1);
            assertThat(first.isCancelled()).isTrue();
        });
    }

    @Test
    void aMethodThatIsCancelledWhenItsItemIsThereGetsItBeforeItIsCancelled() {
        List<Integer> received = new ArrayList<>();
        OnLoop.run(() -> {
            Channel<Integer> channel = Channel.rendezvous();
            Task<Void> method = Script.of(
                    awaited -> channel.receive(),
                    awaited -> {
                        received.add(awaited.get());
                        return new Completer<>();
                    },
                    awaited -> {
                        assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                        return null;
                    });
            channel.send(1);
            method.cancel();
            return method;
        });

        assertThat(received).containsExactly(1);
    }

    @Test
    void afterClosingWhatWasSentIsStillReceivedAndThenReceiversFail() {
        OnLoop.run(() -> {
            Channel<Integer> channel = Channel.bounded(2);
            channel.send(1);
            channel.close();
            assertThat(channel.isClosed()).isTrue();
            assertThat(channel.receive().result()).isEqualTo(1);
            assertThat(channel.receive().failure())
                    .isInstanceOf(ChannelClosedException.class)
                    .hasMessage("the Channel is closed, and all that was sent is received")
                    .hasNoCause();
            assertThatThrownBy(channel::tryReceive).isInstanceOf(ChannelClosedException.class);
        });
    }

    @Test
    void nothingIsSentOnAClosedChannel() {
        OnLoop.run(() -> {
            Channel<Integer> channel = Channel.bounded(2);
            channel.close();
            assertThat(channel.send(1).failure())
                    .isInstanceOf(ChannelClosedException.class)
                    .hasMessage("the Channel is closed: nothing more can be sent");
            assertThatThrownBy(() -> channel.trySend(1)).isInstanceOf(ChannelClosedException.class);
            assertThat(channel.size()).isZero();
        });
    }

    @Test
    void closingFailsThoseWhoWaitToSendAndKeepsWhatWasSentBefore() {
        OnLoop.run(() -> {
            Channel<Integer> channel = Channel.bounded(1);
            channel.send(1);
            Task<Void> waiting = channel.send(2);
            channel.close();
            assertThat(waiting.failure()).isInstanceOf(ChannelClosedException.class);
            assertThat(channel.receive().result()).isEqualTo(1);
            assertThat(channel.receive().failure()).isInstanceOf(ChannelClosedException.class);
        });
    }

    @Test
    void closingFailsThoseWhoWaitToReceiveWithTheCauseThatWasGivenFirst() {
        OnLoop.run(() -> {
            IOException cause = new IOException("connection lost");
            Channel<Integer> channel = Channel.rendezvous();
            Task<Integer> first = channel.receive();
            Task<Integer> second = channel.receive();
            channel.close(cause);
            channel.close(new IOException("later"));
            channel.close();
            assertThat(first.failure())
                    .isInstanceOf(ChannelClosedException.class)
                    .hasCause(cause);
            assertThat(second.failure()).hasCause(cause);
            assertThat(channel.send(1).failure()).hasCause(cause);
        });
    }

    @Test
    void nullIsNoItem() {
        OnLoop.run(() -> {
            Channel<Integer> channel = Channel.bounded(1);
            assertThatThrownBy(() -> channel.send(null)).hasMessage("send(null): an item is never null");
            assertThatThrownBy(() -> channel.trySend(null)).hasMessage("trySend(null): an item is never null");
            assertThatThrownBy(() -> channel.sending(null)).hasMessage("sending(null): an item is never null");
        });
        assertThatThrownBy(() -> Channel.bounded(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTaskThatHasSentDoesNotKeepTheItem() {
        OnLoop.run(() -> {
            Channel<Object> channel = Channel.rendezvous();
            Sending<?> sent = (Sending<?>) channel.send("item");
            Sending<?> cancelled = (Sending<?>) channel.send("other");
            channel.receive();
            cancelled.cancel();
            assertThat(sent.holdsItem() || cancelled.holdsItem()).isFalse();
            return done();
        });
    }
}
