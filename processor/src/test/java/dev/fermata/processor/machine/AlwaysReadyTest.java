package dev.fermata.processor.machine;

import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.spawn;
import static dev.fermata.processor.machine.Machines.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Clock;
import dev.fermata.EventLoop;
import dev.fermata.FailureHandler;
import dev.fermata.Fermata;
import dev.fermata.ReadyOrder;
import dev.fermata.Task;
import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loop that awaits only what is done. */
class AlwaysReadyTest {
    /** As {@code Frame} says. */
    private static final int AWAITS = 1024;

    @TempDir
    private static Path classes;

    private static Machines machines;

    @BeforeAll
    static void compile() throws IOException, ReflectiveOperationException {
        machines = Machines.compile("AlwaysReady", classes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"until", "untilOfStages", "untilInFuture", "untilOfTasksInFuture"})
    void it_lets_another_task_run(String loop) throws Exception {
        Object bodies = machines.instance();
        AtomicBoolean ran = new AtomicBoolean();
        BooleanSupplier stopped = ran::get;

        int awaits = Fermata.<Integer, RuntimeException>run(() -> {
            spawn(() -> {
                ran.set(true);
                return done();
            });
            return task(call(bodies, loop, stopped));
        });

        assertThat(awaits).isEqualTo(AWAITS);
    }

    @SuppressWarnings("unchecked") // the bodies are of these two types
    private static Task<Integer> task(Object call) {
        return call instanceof Task<?> task ? (Task<Integer>) task : Task.from((CompletableFuture<Integer>) call);
    }

    @Test
    void it_lets_timers_fire() throws Exception {
        Object bodies = machines.instance();
        AtomicLong now = new AtomicLong();
        Clock clock = () -> now.addAndGet(100_000);
        try (EventLoop loop = new EventLoop(clock, new VirtualTime(), ReadyOrder.fifo(), FailureHandler.logging())) {
            int awaits = loop.<Integer, RuntimeException>run(() -> {
                Task<Void> sleep = Fermata.sleep(Duration.ofMillis(1));
                BooleanSupplier stopped = sleep::isDone;
                return call(bodies, "until", stopped);
            });

            assertThat(awaits).isPositive().isLessThan(1_000_000);
            assertThat(awaits % AWAITS).isZero();
        }
    }

    @Test
    void its_locals_and_regions_are_kept_where_it_gives_way() throws Exception {
        Object bodies = machines.instance();
        long terms = 10_000;

        long sum = Fermata.<Long, RuntimeException>run(() -> {
            Task<Long> task = call(bodies, "sum", terms);
            assertThat(task.isDone()).isFalse();
            return task;
        });

        assertThat(sum).isEqualTo(terms * (terms + 1) / 2);
    }

    @Test
    void failures_and_values_of_futures_come_through_where_it_gives_way() throws Exception {
        Object bodies = machines.instance();
        long terms = 10_000;

        long sum = Fermata.<Long, RuntimeException>run(() -> {
            CompletableFuture<Long> call = call(bodies, "sumInFuture", terms);
            assertThat(call).isNotDone();
            return Task.from(call);
        });

        assertThat(sum).isEqualTo(terms * (terms + 1) / 2);
    }

    @Test
    void a_call_of_no_loop_gives_way_to_none() throws Exception {
        Object bodies = machines.instance();
        CompletableFuture<Long> call = call(bodies, "sumInFuture", 10_000L);

        assertThat(call).isCompletedWithValue(10_000L * 10_001 / 2);
    }

    @Test
    void without_an_event_loop_there_is_nobody_to_give_way_to() throws Exception {
        long terms = 10_000;

        Task<Long> task = call(machines.instance(), "sum", terms);

        assertThat(task.result()).isEqualTo(terms * (terms + 1) / 2);
    }
}
