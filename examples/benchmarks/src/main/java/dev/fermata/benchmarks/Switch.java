package dev.fermata.benchmarks;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.run;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** Two tasks take turns: each suspends, and is resumed through the ready queue. Time and bytes are per switch. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Switch {
    private static final int SWITCHES = 1_000_000;

    @Benchmark
    @OperationsPerInvocation(2 * SWITCHES)
    public long fermata() {
        return run(Switch::both);
    }

    @Async
    private static Task<Long> both() {
        Task<Long> one = turns();
        Task<Long> other = turns();
        return done(await(one) + await(other));
    }

    @Async
    private static Task<Long> turns() {
        long sum = 0;
        for (int i = 0; i < SWITCHES; i++) {
            await(checkpoint());
            sum += i;
        }
        return done(sum);
    }

    @Benchmark
    @OperationsPerInvocation(2 * SWITCHES)
    public long hand() {
        HandQueue queue = new HandQueue();
        HandTurns one = new HandTurns(queue);
        HandTurns other = new HandTurns(queue);
        one.step();
        other.step();
        queue.run();
        return one.sum + other.sum;
    }

    /** A bare queue of what is ready. */
    private static final class HandQueue {
        private @Nullable HandTurns head;
        private @Nullable HandTurns tail;

        void add(HandTurns turns) {
            if (head == null) {
                head = turns;
            } else {
                assert tail != null;
                tail.next = turns;
            }
            tail = turns;
        }

        void run() {
            while (head != null) {
                HandTurns each = head;
                head = each.next;
                each.next = null;
                each.step();
            }
        }
    }

    /** The same loop as a state machine that a person writes. */
    private static final class HandTurns {
        private final HandQueue queue;
        private @Nullable HandTurns next;
        private int state;
        private int i;
        private long sum;

        HandTurns(HandQueue queue) {
            this.queue = queue;
        }

        void step() {
            int i = this.i;
            long sum = this.sum;
            for (; ; ) {
                switch (state) {
                    case 0 -> {
                        if (i >= SWITCHES) {
                            this.sum = sum;
                            return;
                        }
                        state = 1;
                        this.i = i;
                        this.sum = sum;
                        queue.add(this);
                        return;
                    }
                    default -> {
                        sum += i;
                        i++;
                        state = 0;
                    }
                }
            }
        }
    }
}
