package dev.fermata.sync;

/** Something that waits, and need not any more. */
interface Withdrawable {
    /** Stops waiting; without effect if it has been served. */
    void leave();
}
