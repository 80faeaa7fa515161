package dev.fermata;

/** The plain stand-in: values that one asks for, one after the other. */
public interface AsyncSequence<T> {
    /** One way through the values. */
    interface Run<T> {
        boolean advance();

        T current();

        void close();
    }

    Run<T> iterator();
}
