package dev.fermata;

import java.time.Duration;

/**
 * Says that something did not end in the time that {@link Fermata#timeout} or {@link Fermata#withDeadline} gave it. It has
 * ended by now: it was cancelled and waited for, and what it failed with meanwhile is suppressed.
 *
 * <p>Unchecked, other than {@link java.util.concurrent.TimeoutException}, for who sets a limit is seldom who handles that
 * it was reached. Not a {@link java.util.concurrent.CancellationException} either: whoever awaits was not cancelled.
 */
public final class DeadlineExceededException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Duration duration;
    private final String awaited;

    DeadlineExceededException(Duration duration, String awaited) {
        super(
                duration.isNegative()
                        ? "the deadline had passed when this began: " + awaited
                        : "not done within " + duration + ": " + awaited);
        this.duration = duration;
        this.awaited = awaited;
    }

    /** The time that was given. Negative if there was none left when a deadline was set. */
    public Duration duration() {
        return duration;
    }

    /** What was waited for, as a {@link TaskTree} names it. */
    public String awaited() {
        return awaited;
    }
}
