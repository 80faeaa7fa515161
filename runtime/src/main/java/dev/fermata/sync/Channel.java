package dev.fermata.sync;

import dev.fermata.AsyncIterator;
import dev.fermata.AsyncSequence;
import dev.fermata.EventLoop;
import dev.fermata.Task;
import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Items on their way from those who send to those who receive, any number of each. A channel holds up to its capacity of
 * items that were sent and not received; at capacity 0, a sender waits until its item is received.
 *
 * <p>First come, first served, on both sides: items are received in the order in which they were sent, and receivers get
 * them in the order in which they asked. A cancelled sender's item is not delivered, and a cancelled receiver takes none:
 * a task that is done has sent or received, one that was cancelled has not.
 *
 * <p>To go through it as a sequence receives, too: each item goes to one of those who do. It ends when the channel is closed.
 *
 * <p>Loop-confined: it belongs to the loop on which it is first used.
 *
 * @param <T> the type of the items, which are never null
 */
public final class Channel<T> implements AsyncSequence<T> {
    // Invariants: who waits to receive finds nothing buffered and no sender waiting, and who waits to send finds the
    // buffer full. (One selection may wait for both sides of a channel; it does not serve itself.)
    private final WaitQueue<Sending<T>> senders = new WaitQueue<>("Channel");
    private final WaitQueue<Receiving<T, ?>> receivers = new WaitQueue<>("Channel");
    private final ArrayDeque<T> buffer = new ArrayDeque<>();
    private final int capacity;
    private final boolean conflated;
    private boolean closed;
    private @Nullable Throwable cause;

    private Channel(int capacity, boolean conflated) {
        this.capacity = capacity;
        this.conflated = conflated;
    }

    /**
     * A channel whose senders wait while it holds so many items; 0 is a {@link #rendezvous}.
     *
     * @throws IllegalArgumentException if the capacity is negative
     */
    public static <T> Channel<T> bounded(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("a Channel of capacity " + capacity + ": 0 is the least");
        }
        return new Channel<>(capacity, false);
    }

    /** A channel that holds nothing: a sender waits until its item is received. */
    public static <T> Channel<T> rendezvous() {
        return new Channel<>(0, false);
    }

    /** A channel whose senders never wait. It holds whatever is not received: nothing slows senders down. */
    public static <T> Channel<T> unbounded() {
        return new Channel<>(Integer.MAX_VALUE, false);
    }

    /** A channel whose senders never wait, and that holds only what was sent last: for a state, of which the newest counts. */
    public static <T> Channel<T> conflated() {
        return new Channel<>(1, true);
    }

    /**
     * Sends an item, once there is room and all who came before have sent theirs. Fails with a {@link ChannelClosedException}
     * if the channel is closed, also while this waits; then the item is not delivered.
     */
    public Task<Void> send(T item) {
        EventLoop loop = confine();
        Objects.requireNonNull(item, "send(null): an item is never null");
        if (closed) {
            return Task.failed(closedForSending());
        }
        if (offer(item)) {
            return Task.done();
        }
        return park(new Sending<>(loop, item, null));
    }

    /**
     * Sends an item if that need not wait; false if it would.
     *
     * @throws ChannelClosedException if the channel is closed
     */
    public boolean trySend(T item) {
        confine();
        Objects.requireNonNull(item, "trySend(null): an item is never null");
        if (closed) {
            throw closedForSending();
        }
        return offer(item);
    }

    /**
     * Receives an item, once there is one and all who came before have theirs. Fails with a {@link ChannelClosedException}
     * once the channel is closed and what was in it is received.
     */
    public Task<T> receive() {
        EventLoop loop = confine();
        T item = take();
        if (item != null) {
            return Task.done(item);
        }
        if (closed) {
            return Task.failed(closedForReceiving());
        }
        return park(new Receiving.Once<>(loop, null));
    }

    /**
     * Receives an item if there is one now; null if there is none.
     *
     * @throws ChannelClosedException if the channel is closed and what was in it is received
     */
    public @Nullable T tryReceive() {
        confine();
        T item = take();
        if (item == null && closed) {
            throw closedForReceiving();
        }
        return item;
    }

    /** To {@link #send}, as a clause of a {@link Select}. */
    public Clause<Void> sending(T item) {
        return new SendClause<>(this, Objects.requireNonNull(item, "sending(null): an item is never null"));
    }

    /** To {@link #receive}, as a clause of a {@link Select}. */
    public Clause<T> receiving() {
        return new ReceiveClause<>(this);
    }

    /** Closes the channel: see {@link #close(Throwable)}. */
    public void close() {
        shut(null);
    }

    /**
     * Closes the channel. Those who wait to send fail, and nothing more is sent. What was sent can still be received; then
     * those who receive fail, and sequences end. Closing again has no effect.
     *
     * @param cause why there is nothing more, as the cause of those failures; sequences fail, too
     */
    public void close(Throwable cause) {
        shut(Objects.requireNonNull(cause));
    }

    /** Whether nothing more can be sent. */
    public boolean isClosed() {
        return closed;
    }

    /** How many items it holds; those of senders that wait are not among them. */
    public int size() {
        return buffer.size();
    }

    /** Receives item by item; to close it leaves the channel open for others. */
    @Override
    public AsyncIterator<T> iterator() {
        return new Receipts<>(this);
    }

    EventLoop confine() {
        return receivers.confine();
    }

    /** Why a sequence fails; null if it just ends. */
    @Nullable Throwable cause() {
        return cause;
    }

    boolean offer(T item) {
        Receiving<T, ?> receiver = receivers.poll();
        if (receiver != null) {
            receiver.receive(item);
            return true;
        }
        if (conflated) {
            buffer.clear();
        } else if (buffer.size() >= capacity) {
            return false;
        }
        buffer.add(item);
        return true;
    }

    /** The next item, for which a sender may take its turn; null if there is none. */
    @Nullable T take() {
        T item = buffer.poll();
        Sending<T> sender = senders.poll();
        if (sender == null) {
            return item;
        }
        if (item == null) {
            item = sender.takeItem();
        } else {
            buffer.add(sender.takeItem());
        }
        sender.accept(Nothing.value());
        return item;
    }

    Sending<T> park(Sending<T> waiter) {
        senders.add(waiter);
        return waiter;
    }

    <R> Receiving<T, R> park(Receiving<T, R> waiter) {
        receivers.add(waiter);
        return waiter;
    }

    private void shut(@Nullable Throwable cause) {
        confine();
        if (closed) {
            return;
        }
        closed = true;
        this.cause = cause;
        for (Sending<T> each = senders.poll(); each != null; each = senders.poll()) {
            each.fail(closedForSending());
        }
        for (Receiving<T, ?> each = receivers.poll(); each != null; each = receivers.poll()) {
            each.end(this);
        }
    }

    ChannelClosedException closedForSending() {
        return new ChannelClosedException("the Channel is closed: nothing more can be sent", cause);
    }

    ChannelClosedException closedForReceiving() {
        return new ChannelClosedException("the Channel is closed, and all that was sent is received", cause);
    }
}
