package dev.fermata.testing;

/** A channel of a {@link SimulatedNetwork}. */
interface SimulatedChannel {
    /** The operations of {@link java.nio.channels.SelectionKey} that would not have to wait now. */
    int readyOperations();

    boolean isOpen();
}
