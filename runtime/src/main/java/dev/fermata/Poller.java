package dev.fermata;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.spi.SelectorProvider;
import java.util.concurrent.Executor;

/**
 * Where a loop sleeps, and by what it is told that a channel is ready. Readiness is level triggered: a handler is
 * called again in each poll as long as its channel is ready for an operation that it is interested in.
 *
 * <p>Loop-confined, but for {@link #wakeup}.
 */
public interface Poller extends AutoCloseable {
    /**
     * Registers a channel, which must be in non-blocking mode, and at most once.
     *
     * @param interest operations of {@link SelectionKey}; 0 for none yet
     * @param handler called by {@link #poll}, with the ready operations
     */
    Registration register(SelectableChannel channel, int interest, ReadinessHandler handler) throws IOException;

    /**
     * Calls the handlers of the channels that are ready, waiting for the first one if there is none. What a handler
     * throws is thrown from here, and ends the loop.
     *
     * @param timeoutNanos how long to wait at most: 0 not at all, {@link Long#MAX_VALUE} for any time
     */
    void poll(long timeoutNanos) throws IOException;

    /** Makes the {@link #poll} that is under way return, or else the next one not wait. Any thread. */
    void wakeup();

    /**
     * Where the channels come from that are registered here: the platform, unless the network is a simulated one. Any
     * thread.
     */
    default SelectorProvider channels() {
        return SelectorProvider.provider();
    }

    /**
     * What work is given to that is to leave the loop's thread: the threads themselves, unless time is simulated and has to
     * know what is under way. If it is refused later than when it is given, it is told: see {@link Refusable}. Any thread.
     */
    default Executor offloading(Executor threads) {
        return threads;
    }

    /** Ends all registrations, and closes their channels. */
    @Override
    void close() throws IOException;

    /** Is told that a channel is ready. */
    @FunctionalInterface
    interface ReadinessHandler {
        /** Called on the loop's thread with the operations of {@link SelectionKey} that are ready; must not throw. */
        void ready(int operations);
    }

    /** A channel's place in its poller. Loop-confined. */
    interface Registration {
        /** The operations that are of interest. */
        int interest();

        /** Changes the operations of interest; has no effect once the channel is closed or this was cancelled. */
        void interest(int operations);

        /** Ends the registration; the channel stays open. The handler is not called any more. */
        void cancel();
    }
}
