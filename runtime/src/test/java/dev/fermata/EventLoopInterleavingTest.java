package dev.fermata;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;

import dev.fermata.testing.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** Any thread submits work; one runs the loop, and closes it. */
final class EventLoopInterleavingTest {
    @Test
    void whatIsAcceptedIsBegunOnceAndInOrderUnlessTheLoopIsClosedBefore() {
        Interleavings.ofALoopAreExplained(Operations.class, Specification.class);
    }

    public static final class Operations {
        private final EventLoop loop = new VirtualTime().loop(FailureHandler.logging());
        private final List<Integer> trace = new ArrayList<>();
        private boolean closed;

        @Operation
        public boolean submit(int value) {
            try {
                return loop.submit(() -> done(trace.add(value))) != null;
            } catch (RejectedExecutionException refused) {
                return false;
            }
        }

        @Operation(nonParallelGroup = "loop")
        public List<Integer> turn() {
            if (!closed) {
                loop.run(() -> Script.of(awaited -> checkpoint(), awaited -> done(true)));
            }
            List<Integer> begun = List.copyOf(trace);
            trace.clear();
            return begun;
        }

        @Operation(nonParallelGroup = "loop")
        public void close() {
            closed = true;
            loop.close();
        }
    }

    public static final class Specification {
        private final List<Integer> accepted = new ArrayList<>();
        private boolean closed;

        public boolean submit(int value) {
            if (!closed) {
                accepted.add(value);
            }
            return !closed;
        }

        public List<Integer> turn() {
            List<Integer> begun = List.copyOf(accepted);
            accepted.clear();
            return begun;
        }

        public void close() {
            closed = true;
            accepted.clear();
        }
    }
}
