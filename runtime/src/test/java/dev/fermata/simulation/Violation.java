package dev.fermata.simulation;

/** The runtime has broken one of its rules. */
final class Violation extends AssertionError {
    private static final long serialVersionUID = 1;

    Violation(String rule) {
        super(rule);
    }
}
