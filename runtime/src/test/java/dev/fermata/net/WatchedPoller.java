package dev.fermata.net;

import dev.fermata.NioPoller;
import dev.fermata.Poller;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** The real poller, and a record of what it is asked to watch. */
public final class WatchedPoller implements Poller {
    private final Poller poller = NioPoller.open();
    private final List<Watch> watches = new ArrayList<>();
    private final AtomicInteger working = new AtomicInteger();
    private int changes;

    @Override
    public Registration register(SelectableChannel channel, int interest, ReadinessHandler handler) throws IOException {
        var watch = new Watch(channel, poller.register(channel, interest, handler));
        watches.add(watch);
        return watch;
    }

    @Override
    public void poll(long timeoutNanos) throws IOException {
        poller.poll(timeoutNanos);
    }

    @Override
    public Executor offloading(Executor threads) {
        return work -> {
            working.incrementAndGet();
            threads.execute(() -> {
                try {
                    work.run();
                } finally {
                    working.decrementAndGet();
                }
            });
        };
    }

    /** Whether other threads have ended all that they were given, and have said so to the loop. */
    public boolean isQuiet() {
        return working.get() == 0;
    }

    @Override
    public void wakeup() {
        poller.wakeup();
    }

    @Override
    public void close() throws IOException {
        poller.close();
    }

    /** All operations that are watched for, of all channels. */
    int interest() {
        return watches.stream().mapToInt(Watch::interest).reduce(0, (all, each) -> all | each);
    }

    /** How often it was asked to watch for something else. */
    int changes() {
        return changes;
    }

    /** Channels with a key in the selector. */
    public long registered() {
        return watches.stream().filter(watch -> watch.channel.isRegistered()).count();
    }

    /** Channels that are open. */
    public long open() {
        return watches.stream().filter(watch -> watch.channel.isOpen()).count();
    }

    private final class Watch implements Registration {
        private final SelectableChannel channel;
        private final Registration registration;

        Watch(SelectableChannel channel, Registration registration) {
            this.channel = channel;
            this.registration = registration;
        }

        @Override
        public int interest() {
            return registration.interest();
        }

        @Override
        public void interest(int operations) {
            if (operations != registration.interest()) {
                changes++;
            }
            registration.interest(operations);
        }

        @Override
        public void cancel() {
            registration.cancel();
        }
    }
}
