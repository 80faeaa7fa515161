package dev.fermata;

/**
 * Says when a loop that does not run out of ready work is to look at the clock and at the kernel all the same.
 *
 * <p>A look at the clock costs more than a resumption, and one at the kernel a hundred times that. So the kernel is asked
 * once in a slice of time, and the clock only after so many resumptions as should take a quarter of a slice, by what they
 * took before.
 */
final class Pace {
    private static final long SLICE_NANOS = 50_000;
    private static final int LONGEST_STRIDE = 256;

    private final Clock clock;
    private long sliceStart;
    private long lastLook;
    private int stride = 1;
    private int left;

    Pace(Clock clock) {
        this.clock = clock;
    }

    void startSlice(long now) {
        sliceStart = now;
        lastLook = now;
        left = stride;
    }

    /** How many to run before the next look at the clock. */
    int stride() {
        return left;
    }

    void ran(int resumptions) {
        left -= resumptions;
    }

    boolean isSliceOver() {
        return left <= 0 && look();
    }

    private boolean look() {
        long now = clock.nanos();
        long took = now - lastLook;
        if (took > SLICE_NANOS / 4) {
            stride = (int) Math.max(1, stride * (SLICE_NANOS / 4) / took);
        } else {
            stride = Math.min(2 * stride, LONGEST_STRIDE);
        }
        lastLook = now;
        left = stride;
        boolean clockStandsStill = took == 0; // virtual time: then the slice is one stride
        return clockStandsStill || now - sliceStart >= SLICE_NANOS;
    }
}
