package dev.fermata;

/** A sequence without values, and the only way through it. */
final class EmptySequence implements AsyncSequence<Object>, AsyncIterator<Object> {
    static final EmptySequence INSTANCE = new EmptySequence();

    private static final Task<Boolean> NO_MORE = Task.done(false);

    private EmptySequence() {}

    @Override
    public AsyncIterator<Object> iterator() {
        return this;
    }

    @Override
    public Task<Boolean> advance() {
        return NO_MORE;
    }

    @Override
    public Object current() {
        throw new IllegalStateException("there is no value");
    }

    @Override
    public Task<Void> closeAsync() {
        return Task.done();
    }
}
