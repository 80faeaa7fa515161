package dev.fermata;

import org.jspecify.annotations.Nullable;

/** The values that several {@link ContextCarrier}s have captured together. Immutable. */
final class Carried {
    private final ContextCarrier[] carriers;
    private final @Nullable Object[] values;

    /** @param values one for each carrier, in their order; nobody else keeps either array */
    Carried(ContextCarrier[] carriers, @Nullable Object[] values) {
        this.carriers = carriers;
        this.values = values;
    }

    /** What {@code carrier} has captured; null if it was not among them: it is one of another loop's. */
    @Nullable Object of(ContextCarrier carrier) {
        for (int i = 0; i < carriers.length; i++) {
            if (carriers[i] == carrier) {
                return values[i];
            }
        }
        return null;
    }
}
