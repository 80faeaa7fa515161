package dev.fermata;

/**
 * Work that is told if no thread takes it: what {@link Poller#offloading} gives work to may find that out later than when it
 * was given. Such work then ends with the refusal, as if that had come at once. Any thread.
 */
public interface Refusable extends Runnable {
    /** This will not be run. */
    void refuse(Throwable refusal);
}
