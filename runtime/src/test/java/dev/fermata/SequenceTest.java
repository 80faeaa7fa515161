package dev.fermata;

import static dev.fermata.Fermata.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

final class SequenceTest {
    @Test
    void theSequenceWithoutValuesHasNoneAndMayBeClosed() {
        AsyncIterator<String> values = Fermata.<String>end().iterator();

        assertThat(values.advance().result()).isFalse();
        assertThat(values.closeAsync().isDone()).isTrue();
        assertThatThrownBy(values::current).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatTheProcessorHasNotCompiledSaysSo() {
        assertThatThrownBy(() -> Fermata.emit(1))
                .isInstanceOf(UntransformedAwaitError.class)
                .hasMessageContainingAll("emit was not compiled by Fermata, at ", SequenceTest.class.getName());
        assertThatThrownBy(() -> Fermata.each(Fermata.end()))
                .isInstanceOf(UntransformedAwaitError.class)
                .hasMessageContaining("each was not compiled");
        assertThatThrownBy(() -> Fermata.await(CompletableFuture.completedFuture(1)))
                .isInstanceOf(UntransformedAwaitError.class)
                .hasMessageContaining("await was not compiled");
    }

    @Test
    void aFutureThatIsDoneIsItsOwnOutcome() {
        CompletableFuture<Integer> future = CompletableFuture.completedFuture(1);

        assertThat(StageOutcome.of(future)).isSameAs(future);
        assertThat(StageOutcome.isReady(future)).isTrue();
        assertThat(StageOutcome.<Integer>result(future)).isEqualTo(1);
        assertThat(StageOutcome.<Integer>result(done(2))).isEqualTo(2);
    }

    @Test
    void anOutcomeThatArrivesLaterIsToldOnceAndWithoutItsWrapping() {
        CompletableFuture<Integer> future = new CompletableFuture<>();
        StageOutcome outcome = (StageOutcome) StageOutcome.of(future.thenApply(n -> n));
        int[] told = new int[1];
        outcome.tell(arrived -> told[0]++);
        ArithmeticException failure = new ArithmeticException();
        assertThat(StageOutcome.isReady(outcome)).isFalse();
        future.completeExceptionally(new CompletionException(failure));

        assertThat(told[0]).isEqualTo(1);
        assertThatThrownBy(() -> StageOutcome.result(outcome)).isSameAs(failure);
    }
}
