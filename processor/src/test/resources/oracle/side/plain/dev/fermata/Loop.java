package dev.fermata;

import java.util.Iterator;

/** What a loop over a sequence runs over: a resource, which is closed however the loop is left. */
public final class Loop<T> implements Iterable<T>, Iterator<T>, AutoCloseable {
    private final AsyncSequence.Run<? extends T> run;

    Loop(AsyncSequence.Run<? extends T> run) {
        this.run = run;
    }

    @Override
    public Iterator<T> iterator() {
        return this;
    }

    @Override
    public boolean hasNext() {
        return run.advance();
    }

    @Override
    public T next() {
        return run.current();
    }

    @Override
    public void close() {
        run.close();
    }
}
