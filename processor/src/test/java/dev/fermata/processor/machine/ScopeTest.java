package dev.fermata.processor.machine;

import static dev.fermata.processor.machine.Machines.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.DeadlineExceededException;
import dev.fermata.EventLoop;
import dev.fermata.Fermata;
import dev.fermata.Task;
import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Task scopes in compiled methods. */
class ScopeTest {
    @TempDir
    private static Path classes;

    private static Machines machines;

    private final VirtualTime time = new VirtualTime();
    private final List<Throwable> reported = new ArrayList<>();
    private final EventLoop loop = time.loop((what, failure) -> reported.add(failure));
    private Object scopes;

    @BeforeAll
    static void compile() throws IOException, ReflectiveOperationException {
        machines = Machines.compile("Scopes", classes);
    }

    @BeforeEach
    void make() throws ReflectiveOperationException {
        scopes = machines.instance();
    }

    @AfterEach
    void nothing_is_lost() {
        loop.close();
        assertThat(reported).isEmpty();
    }

    private Object run(String method, Object... arguments) {
        return loop.<Object, RuntimeException>run(() -> call(scopes, method, arguments));
    }

    private List<String> trace() throws ReflectiveOperationException {
        List<?> trace = (List<?>) scopes.getClass().getField("trace").get(scopes);
        return trace.stream().map(Object::toString).toList();
    }

    @Test
    void the_values_of_tasks_that_run_side_by_side_are_awaited_in_the_block() throws Exception {
        assertThat(run("sum")).isEqualTo(3);
        assertThat(trace()).containsExactly("right done", "right ends", "left done", "left ends", "left the block");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_block_is_left_when_its_tasks_have_ended() throws Exception {
        assertThat(run("waitsForTheUnawaited")).isEqualTo("value");
        assertThat(trace()).containsExactly("block ends", "child done", "child ends", "after");
    }

    @Test
    void the_first_failure_cancels_block_and_siblings_and_is_thrown_when_all_have_ended() throws Exception {
        IOException failure = new IOException("bad");
        assertThatThrownBy(() -> run("failsFast", failure)).isSameAs(failure).hasNoSuppressedExceptions();
        assertThat(trace())
                .containsExactly(
                        "bad fails",
                        "sibling cancelled",
                        "body cancelled",
                        "sibling ends",
                        "body ends",
                        "after, cancelled false");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_block_that_swallows_its_cancellation_is_cancelled_again_until_the_scope_closes() throws Exception {
        assertThat(run("goesOnAfter", new IOException("bad"))).isEqualTo("went on");
        assertThat(trace()).containsExactly("bad fails", "body cancelled", "body ends", "swallowed", "caught true");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_block_that_fails_cancels_its_tasks_and_its_failure_is_thrown_with_theirs_suppressed() throws Exception {
        IllegalStateException failure = new IllegalStateException("body");
        assertThatThrownBy(() -> run("bodyFails", failure))
                .isSameAs(failure)
                .satisfies(thrown -> assertThat(thrown.getSuppressed())
                        .singleElement()
                        .isInstanceOf(IllegalArgumentException.class));
        assertThat(trace()).containsExactly("child cancelled", "child ends");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void cancelling_the_call_cancels_its_block_and_its_tasks_and_it_stays_cancelled() throws Exception {
        loop.run(() -> {
            Task<?> task = call(scopes, "cancelled", Duration.ofSeconds(1));
            Fermata.spawn(() -> {
                task.cancel();
                return Fermata.done();
            });
            return handled(task);
        });
        assertThat(trace())
                .containsExactly("body cancelled", "body ends", "child cancelled", "child ends", "cleaned up");
    }

    /** A task that is done when {@code task} has ended cancelled. */
    private static Task<Void> handled(Task<?> task) {
        return Task.<Void>from(task.toCompletableFuture().handle((value, failure) -> {
            assertThat(failure).isInstanceOf(CancellationException.class);
            return null;
        }));
    }

    @Test
    void a_scope_that_its_block_cancels_closes_normally_and_the_call_goes_on() throws Exception {
        assertThat(run("cancelsItself")).isEqualTo("ended");
        assertThat(trace()).containsExactly("child cancelled", "child ends");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_block_that_its_scope_interrupts_ends_with_an_exception_that_can_be_caught() throws Exception {
        assertThat(run("isCancelledByItsChild")).isEqualTo("went on");
        assertThat(trace()).containsExactly("body cancelled", "body ends", "caught");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void an_inner_deadline_ends_the_inner_block_only() throws Exception {
        assertThat(run("deadline", 10, 3)).isEqualTo("end");
        assertThat(trace())
                .endsWith("inner " + DeadlineExceededException.class.getSimpleName(), "inner was left")
                .contains("child ends", "body ends");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void an_outer_deadline_that_passes_first_ends_both_blocks() throws Exception {
        assertThat(run("deadline", 3, 10)).isEqualTo("end");
        assertThat(trace())
                .endsWith("inner CancellationException", "outer DeadlineExceededException")
                .contains("child ends", "body ends");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void of_two_deadlines_at_one_time_the_outer_one_ends_both_blocks() throws Exception {
        assertThat(run("deadline", 3, 3)).isEqualTo("end");
        assertThat(trace()).endsWith("inner CancellationException", "outer DeadlineExceededException");
    }

    @Test
    void in_a_supervising_scope_a_failure_is_for_those_who_await_the_task() throws Exception {
        assertThat(run("supervises", new IOException("bad"))).isEqualTo("good 5");
        assertThat(trace()).containsExactly("bad fails", "awaited", "good done", "good ends");
    }

    @Test
    void each_round_of_a_loop_has_a_scope_of_its_own_however_it_is_left() throws Exception {
        assertThat(run("loops")).isEqualTo(2);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void others_may_spawn_into_a_scope_that_they_were_given_also_while_it_closes() throws Exception {
        run("lends");
        assertThat(trace()).containsExactly("lent done", "lent done", "lent ends", "lent ends", "closed");
    }

    @Test
    void a_scope_that_was_opened_before_its_try_statement_waits_for_all_its_tasks() throws Exception {
        run("opensElsewhere");
        assertThat(trace()).containsExactly("block ends", "child done", "child ends", "closed");
    }

    @Test
    void a_scope_is_refused_that_is_open_in_another_block() {
        assertThatThrownBy(() -> run("entersTwice"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("open one for each");
    }

    @Test
    void a_resource_that_is_null_is_skipped() {
        assertThat(run("skipsNull")).isNull();
    }

    @Test
    void a_scope_in_a_handler_of_a_cancelled_call_cancels_its_own_block() throws Exception {
        loop.run(() -> {
            Task<?> task = call(scopes, "opensInFinally", new IOException("bad"));
            task.cancel();
            return handled(task);
        });
        assertThat(trace()).containsExactly("body cancelled", "body ends", "bad fails", "caught", "cleaned up");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_scope_cancels_its_block_in_a_method_that_returns_a_future_too() throws Exception {
        assertThat(loop.<Object, RuntimeException>run(() ->
                        Task.from(Machines.<CompletableFuture<String>>call(scopes, "future", new IOException("bad")))))
                .isEqualTo("went on");
        assertThat(trace()).containsExactly("bad fails", "body cancelled", "body ends", "caught false");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_loop_that_ends_waits_for_the_call_and_not_for_its_future_which_is_cancelled_already() throws Exception {
        loop.run(() -> {
            Machines.<CompletableFuture<String>>call(scopes, "cleaningUp").cancel(true);
            return Fermata.done();
        });
        assertThat(trace()).containsExactly("cleaned up");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_scope_cancels_its_block_in_a_method_that_returns_nothing_too() throws Exception {
        loop.run(() -> {
            call(scopes, "nothing", new IOException("bad"));
            return Fermata.sleep(Duration.ofSeconds(3));
        });
        assertThat(trace()).containsExactly("bad fails", "body cancelled", "body ends", "caught false", "went on");
    }

    @Test
    void a_scope_cancels_its_block_in_a_generator_too() throws Exception {
        assertThat(run("generated", new IOException("bad"), false)).isEqualTo(List.of(2));
        assertThat(trace()).containsExactly("bad fails", "body cancelled", "body ends", "caught false");
    }

    @Test
    void a_generator_that_is_held_at_an_emit_is_cancelled_there_by_its_scope() throws Exception {
        assertThat(run("generated", new IOException("bad"), true)).isEqualTo(List.of(1, 2));
        assertThat(trace()).containsExactly("bad fails", "caught false");
    }

    @Test
    void results_come_as_the_tasks_of_a_scope_end() throws Exception {
        assertThat(run("asTheyEnd")).isEqualTo(List.of(2, 3, 1));
        assertThat(trace()).last().isEqualTo("loop ends");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_loop_goes_through_tasks_in_the_order_in_which_they_end() throws Exception {
        assertThat(run("inOrderOfCompletion")).isEqualTo(List.of(2, 1));
    }
}
