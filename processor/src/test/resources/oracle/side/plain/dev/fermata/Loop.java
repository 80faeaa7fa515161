package dev.fermata;

import java.util.Iterator;

/** What a loop over a sequence runs over: a resource, which is closed however the loop is left. */
public final class Loop<T> implements Iterable<T>, Iterator<T>, AutoCloseable {
    private final AsyncSequence.Run<? extends T> run;

    private final Calls.Place place;

    Loop(Calls.Place place, AsyncSequence.Run<? extends T> run) {
        this.place = place;
        this.run = run;
    }

    @Override
    public Iterator<T> iterator() {
        return this;
    }

    @Override
    public boolean hasNext() {
        Calls.at(place);
        try {
            return run.advance();
        } finally {
            Calls.at(Calls.Place.HANDLER);
        }
    }

    @Override
    public T next() {
        return run.current();
    }

    @Override
    public void close() {
        Calls.at(Calls.Place.HANDLER);
        run.close();
    }
}
