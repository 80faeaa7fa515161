package dev.fermata.simulation;

/** What a simulated body throws: one object for one throw, so that each can be followed to where it ends. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Whether an await has thrown it, alone or among what another one suppresses, or it was dropped by rule. */
    boolean seen;

    /** How often the failure handler was told. */
    int reports;

    Failure(int number) {
        super("failure " + number, null, true, false);
    }
}
