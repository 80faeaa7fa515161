package dev.fermata;

import java.time.Duration;
import java.util.Objects;

/** What the runtime makes of the durations that it is given. */
final class Durations {
    private Durations() {}

    /** In nanoseconds, saturated: 292 years are for ever. */
    static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException tooLong) {
            return duration.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /** Throws, in the name of the method {@code what}, if the duration is negative; returns it. */
    static Duration notNegative(String what, Duration duration) {
        Objects.requireNonNull(duration, () -> what + "(null): the duration must be given");
        if (duration.isNegative()) {
            throw new IllegalArgumentException(what + "(" + duration
                    + "): a duration must not be negative; was it computed from two times in the wrong order?");
        }
        return duration;
    }
}
