package oracle;

import dev.fermata.AsyncCloseable;
import dev.fermata.Task;
import dev.fermata.processor.oracle.world.Interruption;
import dev.fermata.processor.oracle.world.Schedule;
import dev.fermata.processor.oracle.world.Trace;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** What a case's body works with: tasks to await, and operands whose evaluation leaves a trace. */
public final class World extends Trace {
    private final Side side;
    private final Schedule schedule;
    private int made;

    World(Side side, Schedule schedule) {
        this.side = side;
        this.schedule = schedule;
    }

    /** Makes a task with this value, ready or not as the schedule says; making it leaves a trace. */
    public <T> Task<T> later(String name, T value) {
        trace("make " + name);
        int index = ++made;
        Interruption interruption = schedule.interruptions().get(index);
        Throwable failure = interruption == null ? null : inject(interruption.failure(index));
        return side.decide(index, value, failure, schedule);
    }

    /** As {@link #later}, but it is a future. */
    public <T> CompletableFuture<T> future(String name, T value) {
        trace("make " + name);
        int index = ++made;
        Interruption interruption = schedule.interruptions().get(index);
        Throwable failure = interruption == null ? null : inject(interruption.failure(index));
        return side.future(index, value, failure, schedule);
    }

    /** As {@link #later}, and says that it may fail with a checked exception. */
    public <T> Task<T> risky(String name, T value) throws IOException {
        return later(name, value);
    }

    /** Makes a task without a value. */
    public Task<Void> pause(String name) {
        return later(name, null);
    }

    /** How many tasks were made. */
    int made() {
        return made;
    }

    /** An operand: leaves a trace, and is its second argument. */
    public int see(String name, int value) {
        trace(name);
        return value;
    }

    public long see(String name, long value) {
        trace(name);
        return value;
    }

    public boolean see(String name, boolean value) {
        trace(name);
        return value;
    }

    public <T> T see(String name, T value) {
        trace(name);
        return value;
    }

    /** A resource that leaves a trace when it is opened, and closes by a task. */
    public Resource open(String name) {
        trace("open " + name);
        return new Resource(name);
    }

    /** A resource that closes at once. */
    public Plain openPlain(String name) {
        trace("open " + name);
        return new Plain(name, null);
    }

    /** A resource that closes at once, with a failure. */
    public Plain openBroken(String name) {
        trace("open " + name);
        return new Plain(name, new IllegalArgumentException("close " + name));
    }

    /** Made by {@link #open}. */
    public final class Resource implements AsyncCloseable<RuntimeException> {
        public final String name;

        private Resource(String name) {
            this.name = name;
        }

        @Override
        public Task<Void> closeAsync() {
            return pause("close " + name);
        }
    }

    /** Made by {@link #openPlain}. */
    public final class Plain implements AutoCloseable {
        public final String name;
        private final RuntimeException failure;

        private Plain(String name, RuntimeException failure) {
            this.name = name;
            this.failure = failure;
        }

        @Override
        public void close() {
            trace("close " + name);
            if (failure != null) {
                throw failure;
            }
        }
    }
}
