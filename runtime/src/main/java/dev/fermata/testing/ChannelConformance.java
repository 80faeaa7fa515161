package dev.fermata.testing;

import static dev.fermata.Fermata.done;
import static dev.fermata.testing.Conformance.require;
import static dev.fermata.testing.Conformance.requireFailure;

import dev.fermata.AsyncIterator;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a channel does what those who send and receive rely on: order, who comes first, cancellation that loses nothing, the
 * end. For channels of one's own, of any capacity, which keep all that was sent.
 */
public final class ChannelConformance {
    private static final int MANY = 100;

    private ChannelConformance() {}

    /** Makes a channel. */
    @FunctionalInterface
    public interface Maker {
        /** Makes one; called on the loop's thread. */
        ChannelUnderTest make() throws Exception;
    }

    /** Checks in virtual time; what does not hold, empty if all does. */
    public static List<String> violations(Maker maker) {
        return Conformance.violations(false, steps -> steps.await(() -> done(maker.make())), checks());
    }

    private static Map<String, Conformance.Check<ChannelUnderTest>> checks() {
        Map<String, Conformance.Check<ChannelUnderTest>> checks = new LinkedHashMap<>();
        checks.put("items come in the order in which they were sent", ChannelConformance::order);
        checks.put("who receives waits for an item", ChannelConformance::waiting);
        checks.put("who receives first is served first", ChannelConformance::turns);
        checks.put("a cancelled receiver takes no item", ChannelConformance::cancelledReceiver);
        checks.put("the item of a cancelled sender is not delivered", ChannelConformance::cancelledSender);
        checks.put("what was sent before closing is received, then it ends", ChannelConformance::end);
        checks.put("closing ends a receiver that waits", ChannelConformance::closeWhileWaiting);
        checks.put("nothing is sent after closing", ChannelConformance::sendAfterClose);
        checks.put("a sequence is advanced one step at a time", ChannelConformance::oneStep);
        return checks;
    }

    private static void order(Steps steps, ChannelUnderTest channel) throws Exception {
        List<Task<Void>> sends = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String item = "item " + i;
            sends.add(steps.begin(() -> channel.send(item)));
        }
        AsyncIterator<String> items = iterator(steps, channel);
        for (int i = 0; i < MANY; i++) {
            requireNext(steps, items, "item " + i);
        }
        for (Task<Void> send : sends) {
            steps.await(() -> send);
        }
    }

    private static void waiting(Steps steps, ChannelUnderTest channel) throws Exception {
        AsyncIterator<String> items = iterator(steps, channel);
        Task<Boolean> step = steps.begin(items::advance);
        require(!steps.hasEnded(step), "a receiver went on though nothing was sent");
        steps.await(() -> channel.send("item"));
        require(steps.await(() -> step) && items.current().equals("item"), "it did not get the item");
    }

    private static void turns(Steps steps, ChannelUnderTest channel) throws Exception {
        AsyncIterator<String> first = iterator(steps, channel);
        AsyncIterator<String> second = iterator(steps, channel);
        Task<Boolean> one = steps.begin(first::advance);
        Task<Boolean> two = steps.begin(second::advance);
        steps.await(() -> channel.send("a"));
        steps.await(() -> channel.send("b"));
        require(steps.await(() -> one) && steps.await(() -> two), "the channel ended");
        require(
                first.current().equals("a") && second.current().equals("b"),
                "the first to come got " + first.current() + ", the second " + second.current());
    }

    private static void cancelledReceiver(Steps steps, ChannelUnderTest channel) throws Exception {
        AsyncIterator<String> gone = iterator(steps, channel);
        AsyncIterator<String> items = iterator(steps, channel);
        steps.cancel(steps.begin(gone::advance));
        Task<Void> send = steps.begin(() -> channel.send("item"));
        requireNext(steps, items, "item");
        steps.await(() -> send);
    }

    /** Where the channel has room, the send is done and cannot be cancelled: the item is delivered. */
    private static void cancelledSender(Steps steps, ChannelUnderTest channel) throws Exception {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String item = "item " + i;
            Task<Void> send = steps.begin(() -> channel.send(item));
            if (send.isDone()) {
                expected.add(item);
            } else {
                steps.cancel(send);
                require(steps.hasEnded(send) && send.isCancelled(), "a send that was cancelled goes on");
            }
        }
        AsyncIterator<String> items = iterator(steps, channel);
        for (String item : expected) {
            requireNext(steps, items, item);
        }
        Task<Boolean> step = steps.begin(items::advance);
        require(!steps.hasEnded(step), "the item of a cancelled sender came");
    }

    private static void end(Steps steps, ChannelUnderTest channel) throws Exception {
        AsyncIterator<String> items = iterator(steps, channel);
        Task<Void> send = steps.begin(() -> channel.send("last"));
        boolean sent = send.isDone();
        close(steps, channel);
        if (sent) {
            requireNext(steps, items, "last");
        } else {
            requireFailure(Exception.class, () -> steps.await(() -> send), "a send that waits while it is closed");
        }
        for (int i = 0; i < 2; i++) {
            require(!steps.await(items::advance), "a closed channel has one more item");
        }
    }

    private static void closeWhileWaiting(Steps steps, ChannelUnderTest channel) throws Exception {
        AsyncIterator<String> items = iterator(steps, channel);
        Task<Boolean> step = steps.begin(items::advance);
        close(steps, channel);
        require(!steps.await(() -> step), "a receiver got an item that nobody sent");
    }

    private static void sendAfterClose(Steps steps, ChannelUnderTest channel) throws Exception {
        close(steps, channel);
        requireFailure(Exception.class, () -> steps.await(() -> channel.send("late")), "a send after closing");
    }

    private static void oneStep(Steps steps, ChannelUnderTest channel) throws Exception {
        AsyncIterator<String> items = iterator(steps, channel);
        steps.begin(items::advance);
        requireFailure(
                IllegalStateException.class, () -> steps.await(items::advance), "advance() beside one that waits");
    }

    private static AsyncIterator<String> iterator(Steps steps, ChannelUnderTest channel) throws Exception {
        return steps.await(() -> done(channel.iterator()));
    }

    private static void close(Steps steps, ChannelUnderTest channel) throws Exception {
        steps.await(() -> {
            channel.close();
            return done();
        });
    }

    private static void requireNext(Steps steps, AsyncIterator<String> items, String expected) throws Exception {
        require(steps.await(items::advance), "the channel ended before \"" + expected + '"');
        require(items.current().equals(expected), "\"" + items.current() + "\" came instead of \"" + expected + '"');
    }
}
