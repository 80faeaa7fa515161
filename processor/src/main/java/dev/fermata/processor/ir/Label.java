package dev.fermata.processor.ir;

/** A statement that break or continue can name. Compared by identity. */
public final class Label {
    private final String name;

    /** @param name the user's label, or the keyword of the statement: {@code while}, {@code for}, {@code do} */
    public Label(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
