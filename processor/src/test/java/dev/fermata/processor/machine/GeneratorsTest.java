package dev.fermata.processor.machine;

import static dev.fermata.processor.machine.Machines.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.fermata.AsyncIterator;
import dev.fermata.AsyncSequence;
import dev.fermata.Completer;
import dev.fermata.EventLoop;
import dev.fermata.Fermata;
import dev.fermata.Task;
import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that return a sequence, seen through its iterator and from the loops over it. */
class GeneratorsTest {
    @TempDir
    private static Path classes;

    private static Machines machines;

    private final List<Object> seen = new ArrayList<>();
    private final EventLoop loop = new VirtualTime().loop((what, failure) -> seen.add(failure));
    private Object bodies;

    @BeforeAll
    static void compile() throws IOException, ReflectiveOperationException {
        machines = Machines.compile("Bodies", classes);
    }

    @BeforeEach
    void make() throws ReflectiveOperationException {
        bodies = machines.instance();
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void a_generator_that_nobody_asks_does_not_begin() {
        AsyncSequence<Integer> numbers = call(bodies, "numbers", 2, Task.done(), seen);
        AsyncIterator<Integer> iterator = numbers.iterator();
        assertThat(iterator.closeAsync().isDone()).isTrue();
        assertThat(iterator.advance().result()).isFalse();
        assertThat(seen).isEmpty();
    }

    @Test
    void it_is_advanced_by_hand_and_needs_no_loop_as_long_as_it_does_not_wait() {
        AsyncSequence<Integer> numbers = call(bodies, "numbers", 2, Task.done(), seen);
        AsyncIterator<Integer> iterator = numbers.iterator();
        assertThatThrownBy(iterator::current).isInstanceOf(IllegalStateException.class);
        assertThat(iterator.advance().result()).isTrue();
        assertThat(iterator.current()).isZero();
        assertThat(iterator.advance().result()).isTrue();
        assertThat(iterator.current()).isEqualTo(1);
        assertThat(iterator.advance().result()).isFalse();
        assertThatThrownBy(iterator::current).isInstanceOf(IllegalStateException.class);
        assertThat(iterator.advance().result()).isFalse();
        assertThat(iterator.closeAsync().isDone()).isTrue();
        assertThat(seen).containsExactly("begun", "finally", "ended");
    }

    @Test
    void closing_it_runs_its_finally_blocks_and_ends_when_they_have_ended() {
        loop.run(() -> {
            Completer<Void> gate = new Completer<>();
            AsyncIterator<Integer> iterator = held(gate);
            gate.complete(null);
            return iterator.closeAsync();
        });
        assertThat(seen).containsExactly("begun", "finally", "ended");
    }

    private AsyncIterator<Integer> held(Completer<Void> gate) {
        AsyncSequence<Integer> numbers = call(bodies, "numbers", 5, gate.task(), seen);
        AsyncIterator<Integer> iterator = numbers.iterator();
        assertThat(iterator.advance().isDone()).isFalse();
        assertThatThrownBy(iterator::advance)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already");
        return iterator;
    }

    @Test
    void closing_it_while_it_waits_for_a_value_cancels_what_it_waits_for() {
        Completer<?>[] gate = new Completer<?>[1];
        loop.run(() -> {
            Completer<Void> opened = new Completer<>();
            gate[0] = opened;
            AsyncIterator<Integer> iterator = held(opened);
            Task<Void> first = iterator.closeAsync();
            assertThat(iterator.closeAsync()).isSameAs(first);
            return first;
        });
        assertThat(gate[0].isCancelled()).isTrue();
        assertThat(seen).startsWith("begun", "finally");
    }

    @Test
    void a_consumer_that_leaves_early_waits_until_the_generator_has_ended() {
        int first = loop.<Integer, RuntimeException>run(() -> {
            Completer<Void> gate = new Completer<>();
            AsyncSequence<Integer> numbers = call(bodies, "numbers", 5, gate.task(), seen);
            Task<Integer> consumer = call(bodies, "firstOf", numbers);
            gate.complete(null);
            return consumer;
        });
        assertThat(first).isZero();
        assertThat(seen).containsExactly("begun", "finally", "ended");
    }

    @Test
    void cancelling_the_consumer_cancels_what_the_generator_waits_for() {
        Completer<?>[] gate = new Completer<?>[1];
        assertThatThrownBy(() -> loop.run(() -> {
                    Completer<Void> opened = new Completer<>();
                    gate[0] = opened;
                    AsyncSequence<Integer> numbers = call(bodies, "numbers", 5, opened.task(), seen);
                    Task<Integer> consumer = call(bodies, "firstOf", numbers);
                    consumer.cancel();
                    return consumer;
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(gate[0].isCancelled()).isTrue();
        assertThat(seen).startsWith("begun", "finally");
    }

    @ParameterizedTest(name = "held between: {0}")
    @ValueSource(booleans = {false, true})
    void ten_million_values_need_no_stack_and_allocate_nothing(boolean held) {
        long count = 10_000_000;
        assertThat(sum(count, held)).isEqualTo(count);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(sum(count, held)).isEqualTo(count);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(count / 10);
    }

    private long sum(long count, boolean held) {
        AsyncSequence<Integer> ones = call(bodies, "constant", 1, count, held);
        return Fermata.<Long, RuntimeException>run(() -> call(bodies, "sumOf", ones));
    }

    @ParameterizedTest(name = "one value in {0}")
    @ValueSource(ints = {1, 1_000_000})
    void a_million_sequences_that_hand_over_to_each_other_need_no_stack(int step) {
        AsyncSequence<Integer> values = call(bodies, "handingOver", 0, 1_000_000, step);
        long sum = loop.<Long, RuntimeException>run(() -> call(bodies, "sumOf", values));
        assertThat(sum).isEqualTo(step == 1 ? 500_000_500_000L : 1_000_000);
    }
}
