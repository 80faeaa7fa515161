package dev.fermata.benchmarks;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.concurrent.TimeUnit;
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

    private final Task<Integer> ready = done(7);
    private final HandTask handReady = new HandTask(7);

    @Benchmark
    @OperationsPerInvocation(AWAITS)
    public long fermata() {
        return sum().result();
    }

    @Async
    private Task<Long> sum() {
        long sum = 0;
        for (int i = 0; i < AWAITS; i++) {
            sum += await(ready);
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
        private final HandTask ready;
        private int state;
        private int i;
        private long sum;

        HandSum(HandTask ready) {
            this.ready = ready;
        }

        long step() {
            int i = this.i;
            long sum = this.sum;
            for (; ; ) {
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
