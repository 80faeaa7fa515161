package dev.fermata;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * As the processor would compile {@code @Async Task<Integer> of(Task<Integer> term) { return done(await(term) + 1); }}.
 */
@NullUnmarked // the shape of generated code, which nobody checks for nulls
final class PlusOne extends Frame<Integer> {
    private static final int TERM = 1;

    static Task<Integer> of(Task<Integer> term) {
        return of(null, term);
    }

    @SuppressWarnings("fallthrough") // an await that is ready goes on into the state after it
    private static Task<Integer> of(@Nullable PlusOne frame, @Nullable Task<Integer> term) {
        int state = 0;
        Task<?> awaited = null;
        if (frame != null) {
            state = frame.state;
            awaited = frame.awaited();
        }
        try {
            switch (state) {
                case 0:
                    awaited = term;
                    if (!isReady(awaited)) {
                        if (frame == null) {
                            frame = new PlusOne();
                        }
                        return frame.suspend(awaited, TERM);
                    }
                // fall through
                case TERM:
                    return complete(frame, Frame.<Integer>result(awaited) + 1);
                default:
                    throw new AssertionError(state);
            }
        } catch (Throwable failure) {
            return fail(frame, failure);
        }
    }

    @Override
    protected void resume() {
        of(this, null);
    }
}
