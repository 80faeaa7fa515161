package dev.fermata.sync;

/** The value of a {@code Task<Void>}: null, which its type does not say, so that users need not write it. */
final class Nothing {
    private Nothing() {}

    @SuppressWarnings("NullAway") // see above
    static Void value() {
        return null;
    }
}
