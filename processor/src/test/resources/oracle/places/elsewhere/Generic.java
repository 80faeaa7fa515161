package oracle.places.elsewhere;

import java.util.ArrayList;
import java.util.List;

/** A generic class of another package. */
public abstract class Generic<T> {
    protected T value;
    protected final List<T> list = new ArrayList<>();

    protected T last(List<? extends T> from) {
        return from.get(from.size() - 1);
    }
}
