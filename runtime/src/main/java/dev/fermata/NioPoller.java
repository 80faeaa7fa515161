package dev.fermata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A poller on the platform's {@link Selector}, of which it is the one owner. */
public final class NioPoller implements Poller {
    private static final long NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final Selector selector;
    private final Consumer<SelectionKey> dispatch = NioPoller::dispatch; // one object, not one per poll

    private NioPoller(Selector selector) {
        this.selector = selector;
    }

    /** Opens a selector. */
    public static NioPoller open() {
        try {
            return new NioPoller(Selector.open());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a selector for the event loop", e);
        }
    }

    @Override
    public Registration register(SelectableChannel channel, int interest, ReadinessHandler handler) throws IOException {
        return new KeyRegistration(channel.register(selector, interest, handler));
    }

    @Override
    public void poll(long timeoutNanos) throws IOException {
        if (timeoutNanos == 0) {
            selector.selectNow(dispatch);
        } else if (timeoutNanos == Long.MAX_VALUE) {
            selector.select(dispatch);
        } else {
            // Rounded up: to wake before the deadline would mean to poll once more for nothing.
            long millis = (timeoutNanos - 1) / NANOS_PER_MILLI + 1;
            selector.select(dispatch, millis);
        }
    }

    private static void dispatch(SelectionKey key) {
        if (key.isValid()) { // a handler that ran before in this poll may have closed the channel
            ((ReadinessHandler) key.attachment()).ready(key.readyOps());
        }
    }

    @Override
    public void wakeup() {
        selector.wakeup();
    }

    @Override
    public void close() throws IOException {
        LeftOpen channels = new LeftOpen();
        selector.keys().forEach(key -> channels.add(key.channel()));
        try (selector;
                channels) {
            // Closes the channels, then the selector, whichever fails.
        }
    }

    private static final class KeyRegistration implements Registration {
        private final SelectionKey key;

        KeyRegistration(SelectionKey key) {
            this.key = key;
        }

        @Override
        public int interest() {
            return key.isValid() ? key.interestOps() : 0;
        }

        @Override
        public void interest(int operations) {
            if (key.isValid()) {
                key.interestOps(operations);
            }
        }

        @Override
        public void cancel() {
            key.cancel();
        }
    }
}
