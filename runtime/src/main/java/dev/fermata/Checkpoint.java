package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * What {@link Fermata#checkpoint} awaits: never done, yet nobody waits for it, since who awaits it goes to the end of
 * the ready queue at once. It has no state, so that one is enough for all.
 */
final class Checkpoint extends Task<Void> {
    static final Checkpoint INSTANCE = new Checkpoint();

    private Checkpoint() {
        status = GIVES_WAY;
    }

    @Override
    public boolean cancel() {
        return false;
    }

    @Override
    String description() {
        return "its turn: it is ready to go on";
    }

    @Override
    @Nullable Task<?> takeCancellation() {
        return null;
    }

    @Override
    void proceed() {
        throw new AssertionError("a checkpoint stands in no queue");
    }
}
