package dev.fermata.sync;

import dev.fermata.EventLoop;
import dev.fermata.Task;

/**
 * Where a number of parties wait for each other: the last to arrive lets all go on. Then it is as new, for the next round.
 *
 * <p>Who is cancelled while it waits has not arrived, so that the others wait for one more. Loop-confined: it belongs to the
 * loop on which it is first used.
 */
public final class Barrier {
    private final WaitQueue<Parked<Integer>> queue = new WaitQueue<>("Barrier");
    private final int parties;

    /**
     * A barrier for so many.
     *
     * @throws IllegalArgumentException if they are less than one
     */
    public Barrier(int parties) {
        if (parties < 1) {
            throw new IllegalArgumentException("a Barrier of " + parties + " parties: one is the least");
        }
        this.parties = parties;
    }

    /**
     * Waits for the others.
     *
     * @return the place in the order of arrival, from 0; each is given once in a round, so that one of them can do what is
     *     to be done once. The last does not wait
     */
    public Task<Integer> arrive() {
        EventLoop loop = queue.confine();
        if (queue.size() < parties - 1) {
            Parked<Integer> waiter = new Parked<>(loop);
            queue.add(waiter);
            return waiter;
        }
        int place = 0;
        for (Parked<Integer> each = queue.poll(); each != null; each = queue.poll()) {
            each.accept(place++);
        }
        return Task.done(place);
    }

    /** How many wait. */
    public int waiting() {
        return queue.size();
    }
}
