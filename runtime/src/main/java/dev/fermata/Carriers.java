package dev.fermata;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The {@link ContextCarrier}s of a loop; none, most often. They do not change any more once the loop runs. */
final class Carriers {
    private ContextCarrier[] carriers = {};

    void add(ContextCarrier carrier) {
        carriers = Arrays.copyOf(carriers, carriers.length + 1);
        carriers[carriers.length - 1] = carrier;
    }

    boolean isEmpty() {
        return carriers.length == 0;
    }

    /** The values on this thread; null if there are no carriers. */
    @Nullable Carried capture() {
        if (isEmpty()) {
            return null;
        }
        @Nullable Object[] values = new Object[carriers.length];
        for (int i = 0; i < carriers.length; i++) {
            values[i] = carriers[i].capture();
        }
        return new Carried(carriers, values);
    }

    /** Gives this thread the values that were captured; those of {@code null} are empty. */
    void restore(@Nullable Carried captured) {
        for (ContextCarrier each : carriers) {
            each.restore(captured == null ? null : captured.of(each));
        }
    }
}
