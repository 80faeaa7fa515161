package dev.fermata;

/** No values. */
final class Empty<T> implements AsyncSequence.Run<T> {
    @Override
    public boolean advance() {
        return false;
    }

    @Override
    public T current() {
        throw new IllegalStateException();
    }

    @Override
    public void close() {}
}
