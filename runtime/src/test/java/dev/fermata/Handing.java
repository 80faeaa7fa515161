package dev.fermata;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** As the processor would compile {@code @Async Task<T> over(Task<?> gate, Task<T> task) { await(gate); return task; }}. */
@NullUnmarked // the shape of generated code, which nobody checks for nulls
final class Handing<T> extends Frame<T> {
    private static final int GATE = 1;

    private @Nullable Task<T> task;

    static <T> Task<T> over(Task<?> gate, @Nullable Task<T> task) {
        return over(null, gate, task);
    }

    @SuppressWarnings("fallthrough") // as generated code does when the await is ready
    private static <T> Task<T> over(@Nullable Handing<T> frame, @Nullable Task<?> gate, @Nullable Task<T> task) {
        int state = 0;
        Task<?> awaited = null;
        if (frame != null) {
            state = frame.state;
            awaited = frame.awaited();
            task = frame.task;
        }
        try {
            switch (state) {
                case 0:
                    awaited = gate;
                    if (!isReady(awaited)) {
                        if (frame == null) {
                            frame = new Handing<>();
                        }
                        frame.task = task;
                        return frame.suspend(awaited, GATE);
                    }
                // fall through
                case GATE:
                    result(awaited);
                    return completeWith(frame, task);
                default:
                    throw new AssertionError(state);
            }
        } catch (Throwable failure) {
            return fail(frame, failure);
        }
    }

    @Override
    protected void resume() {
        over(this, null, null);
    }
}
