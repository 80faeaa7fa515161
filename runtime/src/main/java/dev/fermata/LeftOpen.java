package dev.fermata;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What is open and must not outlive its loop. Loop-confined. */
final class LeftOpen implements Closeable {
    private final Set<Closeable> resources = Collections.newSetFromMap(new IdentityHashMap<>());

    void add(Closeable resource) {
        resources.add(resource);
    }

    void remove(Closeable resource) {
        resources.remove(resource);
    }

    List<Closeable> all() {
        return List.copyOf(resources);
    }

    /** Closes all, also where one fails; throws the first failure, with the others suppressed. */
    @Override
    public void close() throws IOException {
        Exception first = null;
        for (Closeable resource : all()) {
            try {
                resource.close();
            } catch (Exception failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        resources.clear();
        if (first != null) {
            throw Sneaky.raise(first);
        }
    }
}
