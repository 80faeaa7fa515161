package dev.fermata.sync;

import dev.fermata.EventLoop;
import org.jspecify.annotations.Nullable;

/** One that waits to send an item into a {@link Channel}. */
final class Sending<T> extends Parked<Void> {
    /** Null once it is taken, or will not be: the task may live on for long. */
    private @Nullable T item;

    Sending(EventLoop loop, T item, @Nullable Choice<? super Void> choice) {
        super(loop, choice);
        this.item = item;
    }

    T takeItem() {
        T taken = item;
        item = null;
        assert taken != null;
        return taken;
    }

    boolean holdsItem() {
        return item != null;
    }

    @Override
    void fail(Throwable failure) {
        item = null;
        super.fail(failure);
    }

    @Override
    public void leave() {
        item = null;
        super.leave();
    }
}
