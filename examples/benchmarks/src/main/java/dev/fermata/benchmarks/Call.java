package dev.fermata.benchmarks;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A call, not inlined, that awaits a task which is done and so ends without suspending: no frame is made. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Call {
    private final Task<Void> ready = done();

    @Benchmark
    public Task<Void> fermata() {
        return call();
    }

    @Async
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    private Task<Void> call() {
        await(ready);
        return done();
    }

    @Benchmark
    public Task<Void> hand() {
        return handCall();
    }

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    private Task<Void> handCall() {
        if (!ready.isDone()) {
            throw new AssertionError("this call does not suspend");
        }
        ready.result();
        return done();
    }
}
