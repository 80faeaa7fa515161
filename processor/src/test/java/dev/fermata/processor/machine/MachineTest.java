package dev.fermata.processor.machine;

import static dev.fermata.processor.machine.Machines.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import dev.fermata.Completer;
import dev.fermata.Fermata;
import dev.fermata.Task;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {
    /** More collections than any collector needs to clear a reference to what is not reachable. */
    private static final int COLLECTIONS = 50;

    @TempDir
    private static Path classes;

    private static Machines machines;

    @BeforeAll
    static void compile() throws IOException, ReflectiveOperationException {
        machines = Machines.compile("Bodies", classes);
    }

    @Test
    void a_local_that_is_not_read_after_the_await_is_not_kept_while_it_waits() throws Exception {
        Object bodies = machines.instance();
        Fermata.run(() -> {
            Completer<Void> gate = new Completer<>();
            Task<Integer> task = call(bodies, "keeps", gate);
            assertThat(task.isDone()).isFalse();
            assertThat(isCleared(reference(bodies, "dead"))).isTrue();
            assertThat(reference(bodies, "alive").get()).isNotNull();
            gate.complete(null);
            return task;
        });
    }

    @Test
    void a_finished_task_keeps_none_of_its_locals() throws Exception {
        Object bodies = machines.instance();
        Completer<?>[] gate = new Completer<?>[1];
        Task<?>[] task = new Task<?>[1];
        Fermata.run(() -> {
            Completer<Void> opened = new Completer<>();
            gate[0] = opened;
            Task<Integer> running = call(bodies, "keeps", opened);
            task[0] = running;
            opened.complete(null);
            return running;
        });
        assertThat(task[0].isDone()).isTrue();
        assertThat(isCleared(reference(bodies, "alive"))).isTrue();
    }

    @Test
    void a_local_of_a_loop_is_not_kept_while_its_round_waits() throws Exception {
        Object bodies = machines.instance();
        Fermata.run(() -> {
            Completer<Void> gate = new Completer<>();
            Task<Integer> task = call(bodies, "keepsInLoop", List.of(gate));
            assertThat(isCleared(reference(bodies, "dead"))).isTrue();
            gate.complete(null);
            return task;
        });
    }

    @Test
    void a_parameter_that_is_not_read_after_the_await_is_not_kept() throws Exception {
        Object bodies = machines.instance();
        Fermata.run(() -> {
            Completer<Void> gate = new Completer<>();
            Task<Void> task = call(bodies, "keepsParameter", new Object(), gate);
            assertThat(isCleared(reference(bodies, "dead"))).isTrue();
            gate.complete(null);
            return task;
        });
    }

    @Test
    void ten_million_awaits_of_ready_tasks_need_no_stack() throws Exception {
        long rounds = 10_000_000;
        Object bodies = machines.instance();
        assertThat(Fermata.<Long, RuntimeException>run(() -> call(bodies, "ready", rounds)))
                .isEqualTo(rounds);
    }

    @Test
    void ten_million_awaits_that_suspend_allocate_nothing() throws Exception {
        long rounds = 10_000_000;
        Object bodies = machines.instance();
        Supplier<Long> run = () -> Fermata.<Long, RuntimeException>run(() -> call(bodies, "suspended", rounds));
        assertThat(run.get()).isEqualTo(rounds);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(run.get()).isEqualTo(rounds);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(rounds / 10);
    }

    @Test
    void a_chain_of_a_million_calls_that_await_each_other_completes() throws Exception {
        int length = 1_000_000;
        Object bodies = machines.instance();
        int sum = Fermata.<Integer, RuntimeException>run(() -> {
            Completer<Integer> start = new Completer<>();
            Task<Integer> last = call(bodies, "chain", length, start);
            start.complete(0);
            return last;
        });
        assertThat(sum).isEqualTo(length);
    }

    @ParameterizedTest(name = "{0}, suspended: {2}")
    @CsvSource({
        "failsInLoop, loop, true",
        "failsInLoop, loop, false",
        "failsInTry, try, true",
        "failsInTry, try, false",
        "failsInFinally, finally, true",
        "failsInFinally, finally, false",
        "failsInCatch, catch, true",
        "failsInCatch, catch, false",
        "failsInLambda, lambda, true",
        "failsInLambda, lambda, false",
        "failsInExpression, expression, true",
        "failsInExpression, expression, false",
        "failsInArguments, arguments, true",
        "failsInArguments, arguments, false",
        "failsInCondition, condition, true",
        "failsInCondition, condition, false"
    })
    void a_stack_trace_names_the_line_of_the_users_file(String method, String comment, boolean suspended)
            throws Exception {
        Object bodies = machines.instance();
        Throwable failure = catchThrowable(() -> Fermata.run(() -> {
            Completer<Object> gate = new Completer<>();
            Object value = method.equals("failsInArguments") ? 1 : null;
            if (!suspended) {
                gate.complete(value);
            }
            Task<Object> task = call(bodies, method, gate.task());
            gate.complete(value);
            return task;
        }));
        int line = machines.line(comment);
        assertThat(failure).isInstanceOfAny(IllegalStateException.class, ArithmeticException.class);
        assertThat(Arrays.stream(failure.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("machine.Bodies"))
                        .filter(frame -> !frame.getMethodName().equals("fail"))
                        .findFirst())
                .hasValueSatisfying(frame -> {
                    assertThat(frame.getFileName()).isEqualTo("Bodies.java");
                    assertThat(frame.getLineNumber()).isEqualTo(line);
                });
    }

    private static WeakReference<?> reference(Object bodies, String field) {
        try {
            return (WeakReference<?>) bodies.getClass().getField(field).get(bodies);
        } catch (ReflectiveOperationException misshapen) {
            throw new LinkageError(misshapen.getMessage(), misshapen);
        }
    }

    private static boolean isCleared(WeakReference<?> reference) {
        for (int i = 0; i < COLLECTIONS && reference.get() != null; i++) {
            System.gc();
        }
        return reference.get() == null;
    }
}
