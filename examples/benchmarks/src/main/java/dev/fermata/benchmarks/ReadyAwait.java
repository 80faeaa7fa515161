package dev.fermata.benchmarks;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A loop that awaits a task which is done already. Time and bytes are per await. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadyAwait {
    private static final int AWAITS = 10_000;
    /** So many that the just-in-time compiler cannot take one await out of the loop. */
    private static final int TASKS = 16;

    private final List<Task<Integer>> ready =
            IntStream.range(0, TASKS).mapToObj(i -> done(i)).toList();
    private final List<HandTask> handReady =
            IntStream.range(0, TASKS).mapToObj(HandTask::new).toList();

    @Benchmark
    @OperationsPerInvocation(AWAITS)
    public long fermata() {
        return sum().result();
    }

    @Async
    private Task<Long> sum() {
        long sum = 0;
        for (int i = 0; i < AWAITS; i++) {
            sum += await(ready.get(i % TASKS));
        }
        return done(sum);
    }

    @Benchmark
    @OperationsPerInvocation(AWAITS)
    public long hand() {
        return new HandSum(handReady).step();
    }

    /** The same loop as a state machine that a person writes: no failures, no cancellation. */
    private static final class HandSum {
        private final List<HandTask> tasks;
        private int state;
        private int i;
        private long sum;

        HandSum(List<HandTask> tasks) {
            this.tasks = tasks;
        }

        long step() {
            int i = this.i;
            long sum = this.sum;
            for (; ; ) {
                HandTask ready = tasks.get(i % TASKS);
                if (state == 0) {
                    if (i >= AWAITS) {
                        return sum;
                    }
                    if (!ready.done) {
                        state = 1;
                        this.i = i;
                        this.sum = sum;
                        return -1;
                    }
                }
                sum += (Integer) ready.value;
                i++;
                state = 0;
            }
        }
    }

    private static final class HandTask {
        private final Object value;
        private final boolean done = true;

        HandTask(Object value) {
            this.value = value;
        }
    }
}
