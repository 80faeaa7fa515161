package dev.fermata;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How often {@link Fermata#retry} tries, after which failures, and how long it pauses in between. Immutable, if its
 * predicate and its source of randomness are; each method returns another policy.
 *
 * <p>Where many clients may fail at the same moment, use {@link #jitter}: it keeps them from coming back at the same moment.
 */
public final class RetryPolicy {
    private final int attempts;
    private final long first;
    private final long longest;
    private final double jitter;
    /** Null without jitter: the default one is in a module of its own, which a program may be without. */
    private final @Nullable RandomGenerator random;

    private final Predicate<? super Throwable> retryable;

    private RetryPolicy(
            int attempts,
            long first,
            long longest,
            double jitter,
            @Nullable RandomGenerator random,
            Predicate<? super Throwable> retryable) {
        this.attempts = attempts;
        this.first = first;
        this.longest = longest;
        this.jitter = jitter;
        this.random = random;
        this.retryable = retryable;
    }

    /**
     * Tries so many times, without a pause, whatever the failure.
     *
     * @param attempts at least one; {@link Integer#MAX_VALUE} for no limit
     */
    public static RetryPolicy attempts(int attempts) {
        if (attempts < 1) {
            throw new IllegalArgumentException("there must be at least one attempt, not " + attempts);
        }
        return new RetryPolicy(attempts, 0, 0, 0, null, failure -> true);
    }

    /**
     * Pauses between attempts: first for {@code first}, then each time twice as long, but never longer than {@code longest}.
     *
     * @throws IllegalArgumentException if a duration is negative, or {@code longest} less than {@code first}
     */
    public RetryPolicy backOff(Duration first, Duration longest) {
        Durations.notNegative("backOff", first);
        if (longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("the longest pause, " + longest + ", is less than the first, " + first);
        }
        return new RetryPolicy(attempts, Durations.nanos(first), Durations.nanos(longest), jitter, random, retryable);
    }

    /**
     * Shortens each pause by a random part of it.
     *
     * @param share the largest part, from 0 to 1: with 1, a pause is anything from nothing to its full length
     * @param random used on the loop's thread; a seeded one gives the same pauses in each run
     */
    public RetryPolicy jitter(double share, RandomGenerator random) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the share of a pause must be from 0 to 1, not " + share);
        }
        return new RetryPolicy(attempts, first, longest, share, Objects.requireNonNull(random), retryable);
    }

    /** Tries again only after failures that {@code retryable} is true of. What it throws ends the retrying. */
    public RetryPolicy onlyIf(Predicate<? super Throwable> retryable) {
        return new RetryPolicy(attempts, first, longest, jitter, random, Objects.requireNonNull(retryable));
    }

    /** Whether to try again, when so many attempts were made and the last one failed. */
    boolean allowsAnother(int made, Throwable failure) {
        return made < attempts && retryable.test(failure);
    }

    /** The nanoseconds to pause when so many attempts were made. */
    long pause(int made) {
        long full = made > 62 || first > longest >> (made - 1) ? longest : first << (made - 1);
        return random == null ? full : (long) (full * (1 - jitter * random.nextDouble()));
    }
}
