package dev.fermata;

import static dev.fermata.Fermata.done;

import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** Any thread completes, and looks; one runs the loop. */
final class CompleterInterleavingTest {
    @Test
    void theFirstToCompleteOrFailOrCancelDecidesAndNoOther() {
        Interleavings.ofALoopAreExplained(Deciding.class, FirstDecides.class);
    }

    @Test
    void whatIsGivenArrivesWithTheNextTurnOfTheLoopAndIsSeenByAll() {
        Interleavings.ofALoopAreExplained(Giving.class, Arriving.class);
    }

    public static final class Deciding {
        private final EventLoop loop = new VirtualTime().loop(FailureHandler.logging());
        private final Completer<Integer> completer = new Completer<>(loop);

        @Operation
        public boolean complete(int value) {
            return completer.complete(value);
        }

        @Operation
        public boolean fail() {
            return completer.fail(new IOException());
        }

        /** Whether the task is cancelled then. */
        @Operation(nonParallelGroup = "loop")
        public boolean cancel() {
            return loop.run(() -> {
                completer.cancel();
                return done(completer.isCancelled());
            });
        }
    }

    /** Without threads: each asks whether it, or its like, was the first. */
    public static final class FirstDecides {
        private boolean decided;
        private boolean cancelled;

        public boolean complete(int value) {
            return fail();
        }

        public boolean fail() {
            boolean first = !decided;
            decided = true;
            return first;
        }

        public boolean cancel() {
            cancelled |= fail();
            return cancelled;
        }
    }

    public static final class Giving {
        private final EventLoop loop = new VirtualTime().loop(FailureHandler.logging());
        private final Completer<int[]> completer = new Completer<>(loop);

        @Operation(runOnce = true)
        public boolean complete(int value) {
            return completer.complete(new int[] {value}); // an element is written as plainly as can be
        }

        @Operation(nonParallelGroup = "loop")
        public void turn() {
            loop.run(() -> done(true));
        }

        @Operation
        public String look() {
            return completer.isDone() ? "done with " + completer.result()[0] : "not done";
        }
    }

    public static final class Arriving {
        private int given;
        private boolean isGiven;
        private boolean arrived;

        public boolean complete(int value) {
            given = value;
            isGiven = true;
            return true;
        }

        public void turn() {
            arrived |= isGiven;
        }

        public String look() {
            return arrived ? "done with " + given : "not done";
        }
    }
}
