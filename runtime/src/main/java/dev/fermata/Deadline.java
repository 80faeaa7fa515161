package dev.fermata;

import java.time.Duration;

/**
 * A moment on the clock of a loop, by which something has to be done. Other than a duration it can be handed on from call
 * to call: the time that is left gets less. Immutable, but to be used with the clock's loop.
 */
public final class Deadline {
    private final Clock clock;
    private final long nanos;

    private Deadline(Clock clock, long nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * The moment when {@code duration} has passed, on the clock of this thread's loop.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public static Deadline after(Duration duration) {
        long nanos = Durations.nanos(Durations.notNegative("Deadline.after", duration));
        Clock clock = EventLoop.current().clock();
        long now = clock.nanos();
        return new Deadline(clock, nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos);
    }

    /** The time left; negative when the moment has passed. */
    public Duration remaining() {
        return Duration.ofNanos(nanos).minusNanos(clock.nanos());
    }

    /** The earlier one of the two, which must be of the same clock. */
    public Deadline orEarlier(Deadline other) {
        if (other.clock != clock) {
            throw new IllegalArgumentException("the deadlines are moments on two clocks, which cannot be compared");
        }
        return other.nanos < nanos ? other : this;
    }

    @Override
    public String toString() {
        return "Deadline[in " + remaining() + ']';
    }
}
