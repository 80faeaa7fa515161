package dev.fermata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a compiled method, with its body as a list of steps: each awaits a task and gets its outcome. What a step
 * throws ends the method, unless the step catches it.
 */
public final class Script<T> extends Frame<T> {
    private final List<Step> steps;

    private Script(List<Step> steps) {
        this.steps = steps;
    }

    /** Gives the task to be awaited before the next step, or null to go on at once. */
    public interface Step {
        @Nullable Task<?> take(Outcome awaited) throws Throwable;
    }

    /** The outcome of what the step before had awaited. */
    public interface Outcome {
        <V> V get();
    }

    /** Runs the steps; the value is that of what the last one awaits. */
    public static <T> Task<T> of(Step... steps) {
        return run(null, List.of(steps));
    }

    private static <T> Task<T> run(@Nullable Script<T> frame, List<Step> steps) {
        int state = 0;
        Task<?> awaited = done();
        if (frame != null) {
            state = frame.state;
            awaited = frame.awaited();
        }
        try {
            while (state < steps.size()) {
                Task<?> before = awaited;
                Task<?> next = steps.get(state).take(new Outcome() {
                    @Override
                    public <V> V get() {
                        return Frame.result(before);
                    }
                });
                state++;
                awaited = next == null ? done() : next;
                if (!isReady(awaited)) {
                    if (frame == null) {
                        frame = new Script<>(new ArrayList<>(steps));
                    }
                    return frame.suspend(awaited, state);
                }
            }
            return complete(frame, Frame.<T>result(awaited));
        } catch (Throwable failure) {
            return fail(frame, failure);
        }
    }

    @Override
    protected void resume() {
        run(this, steps);
    }
}
