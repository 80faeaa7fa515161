package dev.fermata;

/** An outcome that is there or still to come. (Skeleton: the runtime brief says the rest.) */
public abstract class Task<T> extends Continuation {
    int status;
    Object outcome;

    Task() {}

    public final boolean isDone() {
        return status != 0;
    }

    @Override
    void proceed() {}
}
