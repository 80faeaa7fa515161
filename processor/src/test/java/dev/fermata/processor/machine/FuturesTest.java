package dev.fermata.processor.machine;

import static dev.fermata.processor.machine.Machines.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.fermata.Completer;
import dev.fermata.EventLoop;
import dev.fermata.Fermata;
import dev.fermata.Task;
import dev.fermata.TaskLocal;
import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods that return futures, with a loop and without one, and methods that return nothing. */
class FuturesTest {
    private static final int MILLION = 1_000_000;
    private static final TaskLocal<String> USER = TaskLocal.named("user");

    @TempDir
    private static Path classes;

    private static Machines machines;

    private final List<Object> seen = new CopyOnWriteArrayList<>();
    private Object bodies;

    @BeforeAll
    static void compile() throws IOException, ReflectiveOperationException {
        machines = Machines.compile("Bodies", classes);
    }

    @BeforeEach
    void make() throws ReflectiveOperationException {
        bodies = machines.instance();
    }

    @Test
    void without_a_loop_a_call_goes_on_on_the_thread_that_completes_what_it_awaits() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<String> call = call(bodies, "threads", gate, seen);
        assertThat(call).isNotDone();
        onThread("completing", () -> gate.complete(null));
        assertThat(call).isCompletedWithValue("done");
        assertThat(seen).containsExactly(Thread.currentThread().getName(), "completing");
    }

    @Test
    void an_async_lambda_that_returns_a_future_needs_no_loop_either() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<String> call = call(bodies, "inLambda", gate, seen);
        assertThat(call).isNotDone();
        onThread("completing", () -> gate.complete(null));
        assertThat(call).isCompletedWithValue("lambda");
        assertThat(seen).containsExactly(Thread.currentThread().getName(), "completing");
    }

    @Test
    void with_a_loop_a_call_goes_on_there_whoever_completes_what_it_awaits() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        String value = Fermata.run(() -> {
            CompletableFuture<String> call = call(bodies, "threads", gate, seen);
            onThread("completing", () -> gate.complete(null));
            assertThat(call).isNotDone();
            return Task.from(call);
        });
        String here = Thread.currentThread().getName();
        assertThat(value).isEqualTo("done");
        assertThat(seen).containsExactly(here, here);
    }

    @Test
    void what_is_awaited_and_fails_fails_the_future_with_the_same_object() {
        CompletableFuture<Integer> before = new CompletableFuture<>();
        CompletableFuture<Integer> call = call(bodies, "plusOne", before.thenApply(n -> n));
        IOException failure = new IOException();
        before.completeExceptionally(failure);
        assertThatThrownBy(call::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isSameAs(failure);
        CompletableFuture<Integer> late = call(bodies, "plusOne", before);
        assertThatThrownBy(late::get).cause().isSameAs(failure);
    }

    @Test
    void a_chain_of_a_million_futures_completes_in_constant_stack_without_a_loop() {
        CompletableFuture<Integer> start = new CompletableFuture<>();
        CompletableFuture<Integer> last = call(bodies, "futures", MILLION, start);
        start.complete(0);
        assertThat(last).isCompletedWithValue(MILLION);
    }

    @Test
    void a_chain_of_a_million_futures_completes_in_constant_stack_on_a_loop() {
        int last = Fermata.<Integer, RuntimeException>run(() -> {
            CompletableFuture<Integer> start = new CompletableFuture<>();
            CompletableFuture<Integer> call = call(bodies, "futures", MILLION, start);
            start.complete(0);
            return Task.from(call);
        });
        assertThat(last).isEqualTo(MILLION);
    }

    @Test
    void a_million_stages_that_complete_at_once_need_no_stack_and_no_loop() {
        CompletableFuture<Long> call = call(bodies, "readyStages", (long) MILLION);
        assertThat(call).isCompletedWithValue((long) MILLION);
    }

    @Test
    void awaiting_a_future_that_is_done_allocates_nothing() {
        CompletableFuture<Integer> one = CompletableFuture.completedFuture(1);
        call(bodies, "readyFutures", one, (long) MILLION);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        call(bodies, "readyFutures", one, (long) MILLION);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MILLION / 10);
    }

    @Test
    void cancelling_the_future_throws_at_the_await_and_cancels_what_nobody_else_awaits() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<Void> last = new CompletableFuture<>();
        CompletableFuture<String> call = call(bodies, "cancellable", gate, last, seen);
        assertThat(call.cancel(true)).isTrue();
        assertThat(call).isCancelled();
        assertThat(gate).isCancelled();
        assertThat(seen).singleElement().isInstanceOf(CancellationException.class);
        last.complete(null);
        assertThat(seen).hasSize(2).contains("finally");
    }

    @Test
    void what_others_await_too_is_not_cancelled() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<Void> other = gate.thenRun(() -> seen.add("other"));
        CompletableFuture<String> call = call(bodies, "cancellable", gate, CompletableFuture.completedFuture(1), seen);
        call.cancel(true);
        assertThat(gate).isNotDone();
        gate.complete(null);
        assertThat(other).isCompleted();
        assertThat(seen).hasSize(3).endsWith("finally", "other");
    }

    @Test
    void a_call_on_a_loop_is_cancelled_from_another_thread_on_the_loop() throws Exception {
        EventLoop loop = new VirtualTime().loop((what, failure) -> seen.add(failure));
        loop.run(() -> {
            Completer<Void> gate = new Completer<>();
            CompletableFuture<String> call = call(bodies, "cancellableTask", gate.task(), seen);
            onThread("cancelling", () -> call.cancel(true));
            assertThat(call).isCancelled();
            assertThat(seen).isEmpty();
            gate.onCancel(() -> seen.add("cancelled"));
            Completer<Void> end = new Completer<>();
            loop.execute(() -> loop.execute(() -> end.complete(null)));
            return end.task();
        });
        assertThat(seen).containsExactly("cancelled", "finally");
        loop.close();
    }

    @Test
    void a_call_that_is_held_when_its_loop_is_closed_fails() {
        EventLoop loop = new VirtualTime().loop((what, failure) -> seen.add(failure));
        List<CompletableFuture<String>> calls = new ArrayList<>();
        loop.run(() -> {
            calls.add(call(bodies, "cancellableTask", new Completer<Void>().task(), seen));
            return Fermata.done();
        });
        assertThat(calls).noneMatch(CompletableFuture::isDone);
        loop.close();
        assertThatThrownBy(calls.get(0)::join)
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was closed while a call that belongs to it was suspended");
    }

    @Test
    void a_failure_after_the_future_was_cancelled_is_reported() {
        EventLoop loop = new VirtualTime().loop((what, failure) -> seen.add(failure));
        loop.run(() -> {
            CompletableFuture<Void> call = call(bodies, "failsLate", new CompletableFuture<Void>());
            call.cancel(true);
            return Fermata.spawn(Fermata::done);
        });
        assertThat(seen).singleElement().isInstanceOf(IllegalStateException.class);
        loop.close();
    }

    @Test
    void a_task_that_is_not_done_needs_a_loop_which_is_said() {
        Completer<?>[] gate = new Completer<?>[1];
        Fermata.run(() -> {
            gate[0] = new Completer<>();
            return Fermata.done();
        });
        CompletableFuture<String> call = call(bodies, "cancellableTask", gate[0].task(), seen);
        assertThatThrownBy(call::get)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no event loop runs on this thread");
    }

    @Test
    void completing_and_cancelling_at_once_from_two_threads_resumes_a_call_once() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            List<Object> events = new CopyOnWriteArrayList<>();
            CompletableFuture<Void> gate = new CompletableFuture<>();
            Thread completing = new Thread(() -> {
                spin();
                gate.complete(null);
            });
            completing.start();
            CompletableFuture<String> call = call(bodies, "counted", gate, events);
            spin();
            call.cancel(true);
            completing.join();
            assertThat(events).containsExactly("finally");
            assertThat(call).isDone();
        }
    }

    private static void spin() {
        for (int i = ThreadLocalRandom.current().nextInt(2_000); i > 0; i--) {
            Thread.onSpinWait();
        }
    }

    @Test
    void task_locals_go_along_and_are_not_seen_by_what_depends_on_the_future() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        Fermata.run(() -> {
            CompletableFuture<?>[] after = new CompletableFuture<?>[1];
            USER.where("alice", () -> {
                CompletableFuture<String> call = call(bodies, "seesLocal", USER, gate, seen);
                after[0] = call.thenRun(() -> seen.add("dependent: " + USER.orElse("none")));
                return Fermata.done();
            });
            Task<Void> completing = Fermata.offload(() -> {
                gate.complete(null);
                return null;
            });
            return Fermata.gather(completing, Task.from(after[0]));
        });
        assertThat(seen).containsExactly("before: alice", "after: alice", "dependent: none");
    }

    @Test
    void task_locals_go_along_with_a_call_of_offloaded_work_from_thread_to_thread() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        List<CompletableFuture<String>> calls = new ArrayList<>();
        Fermata.run(() -> USER.where(
                "alice",
                () -> Fermata.offload(() -> {
                    calls.add(call(bodies, "seesLocal", USER, gate, seen));
                    return null;
                })));
        onThread("completing", () -> {
            gate.complete(null);
            seen.add("beside: " + USER.orElse("none"));
        });
        assertThat(calls).singleElement().satisfies(call -> assertThat(call).isCompletedWithValue("done"));
        assertThat(seen).containsExactly("before: alice", "after: alice", "beside: none");
    }

    @Test
    void a_call_of_no_loop_does_not_see_the_task_locals_of_who_completes_what_it_awaits() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        call(bodies, "seesLocal", USER, gate, seen);
        Fermata.run(() -> USER.where("alice", () -> {
            gate.complete(null);
            seen.add("beside: " + USER.orElse("none"));
            return Fermata.done();
        }));
        assertThat(seen).containsExactly("before: none", "after: none", "beside: alice");
    }

    @Test
    void a_method_that_returns_nothing_runs_at_once_and_goes_on_on_the_loop() {
        EventLoop loop = new VirtualTime().loop((what, failure) -> seen.add(failure));
        loop.run(() -> {
            CompletableFuture<Integer> number = new CompletableFuture<>();
            call(bodies, "forgets", number, seen);
            assertThat(seen).containsExactly("begun");
            number.complete(5);
            return Fermata.spawn(Fermata::done);
        });
        assertThat(seen).containsExactly("begun", 2);
        loop.close();
    }

    @Test
    void a_method_of_a_local_class_may_return_nothing_too() {
        call(bodies, "forgetsInLocalClass", CompletableFuture.completedFuture(5), seen);
        assertThat(seen).containsExactly("begun", 11L);
    }

    @Test
    void its_failure_is_reported_at_once_to_the_failure_handler() {
        List<String> said = new ArrayList<>();
        EventLoop loop = new VirtualTime().loop((what, failure) -> said.add(what + ": " + failure.getMessage()));
        loop.run(() -> {
            call(bodies, "forgets", CompletableFuture.completedFuture(0), seen);
            return Fermata.done();
        });
        assertThat(said).containsExactly("an @Async method that returns void has failed: / by zero");
        loop.close();
        assertThat(said).hasSize(1);
    }

    @Test
    void without_a_loop_it_may_end_but_neither_wait_nor_fail() {
        call(bodies, "forgets", null, seen);
        assertThat(seen).containsExactly("begun");
        assertThatThrownBy(() -> call(bodies, "forgets", CompletableFuture.completedFuture(0), seen))
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no event loop runs on this thread")
                .hasCauseInstanceOf(ArithmeticException.class);
    }

    private static void onThread(String name, Runnable action) {
        Thread thread = new Thread(action, name);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
