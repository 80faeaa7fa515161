package dev.fermata;

import static dev.fermata.Fermata.asCompleted;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AsCompletedTest {
    private final IOException failure = new IOException("broken");
    private final List<Throwable> reported = new ArrayList<>();
    private final List<Throwable> expected = new ArrayList<>();
    private final List<Object> seen = new ArrayList<>();
    private final VirtualTime time = new VirtualTime();
    private final EventLoop loop = time.loop((what, failure) -> reported.add(failure));

    @AfterEach
    void onlyWhatIsExpectedIsReported() {
        loop.close();
        assertThat(reported).isEqualTo(expected);
    }

    /** Notes the outcomes of those that are left, in order. */
    private Task<Void> noteAll(AsyncIterator<? extends Task<?>> tasks) {
        return Script.of(awaited -> tasks.advance(), awaited -> {
            if (!awaited.<Boolean>get()) {
                return done();
            }
            Task<?> task = tasks.current();
            assertThat(task.isDone()).isTrue();
            seen.add(task.isFailed() ? task.failure() : task.result());
            return noteAll(tasks);
        });
    }

    @Test
    void eachTaskComesDoneInTheOrderInWhichTheyEnd() {
        loop.run(() -> noteAll(asCompleted(Timed.value(3, 3), Timed.failure(2, failure), done(0), Timed.value(1, 1))
                .iterator()));

        assertThat(seen).containsExactly(0, 1, failure, 3);
    }

    @Test
    void ofNoneIsTheEmptySequence() {
        loop.run(() -> noteAll(asCompleted().iterator()));

        assertThat(seen).isEmpty();
    }

    @Test
    void theSameTaskTwiceComesTwiceAndTheSequenceCanBeGoneThroughAgain() {
        loop.run(() -> {
            Task<Integer> twice = Timed.value(1, 1);
            AsyncSequence<Task<Integer>> tasks = asCompleted(List.of(twice, twice));
            return Script.of(awaited -> noteAll(tasks.iterator()), awaited -> noteAll(tasks.iterator()));
        });

        assertThat(seen).containsExactly(1, 1, 1, 1);
    }

    @Test
    void aFailureThatCameAndWasNotLookedAtIsReported() {
        expected.add(failure);
        loop.run(() -> {
            AsyncIterator<Task<Integer>> tasks =
                    asCompleted(Timed.<Integer>failure(1, failure)).iterator();
            return Script.of(awaited -> tasks.advance(), awaited -> tasks.advance());
        });
    }

    @Test
    void closingCancelsWhatNobodyElseAwaitsAndWaitsForIt() {
        loop.run(() -> {
            Task<Integer> slow = Timed.untilCancelled(2);
            Completer<Integer> shared = new Completer<>();
            Task<Integer> other = PlusOne.of(shared);
            AsyncIterator<Task<Integer>> tasks =
                    asCompleted(slow, shared, done(1)).iterator();
            return Script.of(awaited -> tasks.advance(), awaited -> tasks.closeAsync(), awaited -> {
                awaited.get();
                assertThat(slow.isCancelled()).isTrue();
                assertThat(shared.isDone()).isFalse();
                assertThat(tasks.advance().result()).isFalse();
                assertThat(tasks.closeAsync().isDone()).isTrue();
                shared.complete(1);
                return other;
            });
        });
    }

    @Test
    void closingEndsAnAdvanceThatWaits() {
        loop.run(() -> {
            AsyncIterator<Task<Object>> tasks = asCompleted(new Completer<>()).iterator();
            Task<Boolean> advance = tasks.advance();
            return Script.of(awaited -> tasks.closeAsync(), awaited -> {
                assertThat(advance.result()).isFalse();
                return done();
            });
        });
    }

    @Test
    void anAdvanceThatIsCancelledLosesNoTask() {
        loop.run(() -> {
            AsyncIterator<Task<Integer>> tasks =
                    asCompleted(Timed.value(1, 1), Timed.value(2, 2)).iterator();
            Task<Boolean> given = tasks.advance();
            Task<?> up = spawn(() -> given);
            given.cancel();
            return Script.of(awaited -> up, awaited -> {
                assertThatThrownBy(awaited::get).isInstanceOf(CancellationException.class);
                return noteAll(tasks);
            });
        });

        assertThat(seen).containsExactly(1, 2);
    }

    @Test
    void wrongUseIsTold() {
        loop.run(() -> {
            AsyncIterator<Task<Integer>> tasks = asCompleted(Timed.value(1, 1)).iterator();
            assertThatThrownBy(tasks::current)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("await advance() first");
            Task<Boolean> advance = tasks.advance();
            assertThatThrownBy(tasks::advance)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not done");
            return advance;
        });
    }
}
