package dev.fermata.testing;

import dev.fermata.Poller.ReadinessHandler;
import dev.fermata.Poller.Registration;

/** A simulated channel's place in its network. */
final class SimulatedRegistration implements Registration {
    private final SimulatedChannel channel;
    private final ReadinessHandler handler;
    private final Runnable onCancel;
    private int interest;

    SimulatedRegistration(SimulatedChannel channel, int interest, ReadinessHandler handler, Runnable onCancel) {
        this.channel = channel;
        this.interest = interest;
        this.handler = handler;
        this.onCancel = onCancel;
    }

    /** Calls the handler if the channel is ready for something of interest; false if not. */
    boolean dispatch() {
        int ready = channel.isOpen() ? channel.readyOperations() & interest : 0;
        if (ready == 0) {
            return false;
        }
        handler.ready(ready);
        return true;
    }

    @Override
    public int interest() {
        return channel.isOpen() ? interest : 0;
    }

    @Override
    public void interest(int operations) {
        interest = operations;
    }

    @Override
    public void cancel() {
        interest = 0;
        onCancel.run();
    }
}
