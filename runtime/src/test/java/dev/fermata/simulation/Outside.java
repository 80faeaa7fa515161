package dev.fermata.simulation;

import dev.fermata.Poller;
import dev.fermata.Task;
import java.nio.channels.SelectableChannel;

/**
 * The poller of a run: what other threads do, they do here, deterministically. When nothing is ready any more, it is checked
 * that this is as it should be; when time cannot pass either, all that still waits is brought to its end.
 */
final class Outside implements Poller {
    /** A run that goes on for longer than this makes no progress. */
    private static final int MOST_POLLS = 5000;

    private final World world;
    private final Quiescence quiescence;
    private int polls;
    private int idle;

    /** Whether another thread has handed something over since the loop fell asleep. */
    private boolean woken;

    Outside(World world) {
        this.world = world;
        this.quiescence = new Quiescence(world);
    }

    @Override
    public void poll(long timeoutNanos) {
        world.throwViolation();
        polls++;
        world.rule(polls < MOST_POLLS, () -> "the run does not end");
        if (timeoutNanos > 0) {
            quiescence.check();
        }
        if (timeoutNanos == Long.MAX_VALUE) {
            idle();
        } else if (world.choices.pick(polls, 2, 4) == 0) {
            int acts = 1 + world.choices.pick(polls, 3, 3);
            while (acts-- > 0 && world.actFromElsewhere(polls)) {}
        }
        world.time.poll(timeoutNanos);
    }

    private void idle() {
        woken = false;
        if (world.actFromElsewhere(polls)) {
            world.rule(woken, () -> "the loop sleeps, and is not woken");
            return;
        }
        idle++;
        world.rule(idle < 200, () -> "nothing can happen any more, but the run has not ended");
        world.loop.execute(idle == 1 ? this::closeChannels : this::cancelAll);
        world.rule(woken, () -> "the loop sleeps, and is not woken");
    }

    private void closeChannels() {
        world.buffered.channel.close();
        world.rendezvous.channel.close();
        world.meetings.openOrShut(true);
    }

    private void cancelAll() {
        for (int i = 0; i < world.nodes.size(); i++) {
            Task<?> task = world.nodes.get(i).task;
            world.cancelled.add(task);
            task.cancel();
        }
    }

    @Override
    public void wakeup() {
        woken = true;
        world.time.wakeup();
    }

    @Override
    public Registration register(SelectableChannel channel, int interest, ReadinessHandler handler) {
        throw new UnsupportedOperationException("there are no channels");
    }

    @Override
    public void close() {}
}
