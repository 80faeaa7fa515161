package dev.fermata.simulation;

import dev.fermata.Task;
import dev.fermata.sync.Channel;
import dev.fermata.sync.ChannelClosedException;
import dev.fermata.sync.Clause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.NullUnmarked;

/** What goes through a channel of a run: each item that was sent is received once, in the order of sending. */
@NullUnmarked // what was not received
final class Traffic {
    /** Who has asked for an item, in the order of asking. */
    static final class Receipt {
        private final Task<?> task;
        private Integer item;

        private Receipt(Task<?> task) {
            this.task = task;
        }

        private Integer item() {
            if (item == null && task != null && task.isDone() && !task.isFailed()) {
                item = (Integer) task.result();
            }
            return item;
        }

        void is(Integer item) {
            this.item = item;
        }
    }

    final Channel<Integer> channel;
    private final World world;
    private final int capacity;
    private final Line senders;
    private final Line receivers;
    private final List<Receipt> receipts = new ArrayList<>();

    /** Whether each item has left its sender. */
    private final TreeMap<Integer, BooleanSupplier> items = new TreeMap<>();

    Traffic(World world, int capacity) {
        this.world = world;
        this.capacity = capacity;
        this.channel = Channel.bounded(capacity);
        this.senders = new Line(world);
        this.receivers = new Line(world);
    }

    Node send() {
        int item = items.size();
        items.put(item, () -> false);
        Task<Void> task = channel.send(item);
        items.put(item, () -> task.isDone() && !task.isFailed());
        return senders.join(world.parked(task, () -> channel.isClosed() || capacity > 0 && channel.size() < capacity));
    }

    Node receive() {
        Task<Integer> task = channel.receive();
        receipts.add(new Receipt(task));
        return receivers.join(world.parked(task, this::couldReceive));
    }

    boolean couldReceive() {
        return channel.isClosed() || channel.size() > 0;
    }

    /** One that will ask for an item now, and says itself which it got. */
    Receipt receipt() {
        Receipt receipt = new Receipt(null);
        receipts.add(receipt);
        return receipt;
    }

    Clause<Integer> receiving() {
        Receipt receipt = receipt();
        return channel.receiving().map(item -> {
            receipt.is(item);
            return item;
        });
    }

    Clause<Integer> sending() {
        int item = items.size();
        boolean[] sent = new boolean[1];
        items.put(item, () -> sent[0]);
        return channel.sending(item).map(nothing -> {
            sent[0] = true;
            return item;
        });
    }

    void check() {
        senders.check();
        receivers.check();
    }

    /** Takes out what is left, on the loop, and checks all. */
    void end() {
        channel.close();
        try {
            for (Integer item = channel.tryReceive(); item != null; item = channel.tryReceive()) {
                receipt().is(item);
            }
        } catch (ChannelClosedException end) {
            world.rule(channel.size() == 0, () -> "a channel holds what it does not give");
        }
        Set<Integer> received = new HashSet<>();
        int last = -1;
        for (Receipt receipt : receipts) {
            Integer item = receipt.item();
            if (item != null) {
                int before = last;
                world.rule(item > before, () -> "item " + item + " comes after item " + before);
                last = item;
                received.add(item);
            }
        }
        items.forEach((item, sent) -> world.rule(
                sent.getAsBoolean() == received.contains(item),
                () -> "item " + item + (sent.getAsBoolean() ? " got lost" : " was not sent, and is received")));
    }
}
