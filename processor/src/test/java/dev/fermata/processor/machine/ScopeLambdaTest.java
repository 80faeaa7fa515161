package dev.fermata.processor.machine;

import static dev.fermata.processor.machine.Machines.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.EventLoop;
import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Async lambdas as the bodies of tasks. */
class ScopeLambdaTest {
    @TempDir
    private static Path classes;

    private static Machines machines;

    private final VirtualTime time = new VirtualTime();
    private final List<Throwable> reported = new ArrayList<>();
    private final EventLoop loop = time.loop((what, failure) -> reported.add(failure));
    private Object lambdas;

    @BeforeAll
    static void compile() throws IOException, ReflectiveOperationException {
        machines = Machines.compile("ScopeLambdas", classes);
    }

    @BeforeEach
    void make() throws ReflectiveOperationException {
        lambdas = machines.instance();
    }

    @AfterEach
    void nothing_is_lost() {
        loop.close();
        assertThat(reported).isEmpty();
    }

    private Object run(String method, Object... arguments) {
        return loop.<Object, RuntimeException>run(() -> call(lambdas, method, arguments));
    }

    private List<String> trace() throws ReflectiveOperationException {
        List<?> trace = (List<?>) lambdas.getClass().getField("trace").get(lambdas);
        return trace.stream().map(Object::toString).toList();
    }

    @Test
    void lambdas_that_a_scope_spawns_run_side_by_side() throws Exception {
        assertThat(run("sum")).isEqualTo(13);
        assertThat(trace()).containsExactly("left", "left the block");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_scope_within_a_lambda_throws_the_first_failure_when_all_its_tasks_have_ended() throws Exception {
        assertThat(run("failsFast", new IOException("bad"))).isEqualTo("caught true");
        assertThat(trace()).containsExactly("sibling ends", "closed");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void each_attempt_of_a_retry_is_a_call_of_the_lambda() throws Exception {
        assertThat(run("retries")).isEqualTo(3);
        assertThat(trace()).containsExactly("attempt 1", "attempt 2", "attempt 3");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_lambda_whose_time_is_over_is_cancelled_and_cleans_up() throws Exception {
        assertThat(run("timesOut")).isEqualTo("too late");
        assertThat(trace()).containsExactly("cancelled", "cleaned up");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_lambda_that_swallows_its_cancellation_is_told_again_at_each_await() throws Exception {
        assertThat(run("staysCancelled")).isEqualTo("kept");
        assertThat(trace()).containsExactly("cancelled 0", "cancelled 1", "cancelled 2");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }
}
