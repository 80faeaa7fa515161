package dev.fermata;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;

import dev.fermata.testing.VirtualTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Any thread submits work; one runs the loop, and closes it. What comes in when a run ends is cancelled, and told so; in which
 * order work begins is the inbox's affair, see {@link InboxInterleavingTest}.
 */
final class EventLoopInterleavingTest {
    @Test
    void whatIsAcceptedIsBegunOrCancelledOnceUnlessTheLoopIsClosedBefore() {
        Interleavings.ofALoopAreExplained(Operations.class, Specification.class);
    }

    public static final class Operations {
        private final EventLoop loop = new VirtualTime().loop(FailureHandler.logging());
        private final Queue<Integer> trace = new ConcurrentLinkedQueue<>();
        private volatile boolean closed;

        @Operation
        public boolean submit(int value) {
            try {
                CompletableFuture<?> work = loop.submit(() -> done(trace.add(value)));
                return work.whenComplete((begun, cancelled) -> told(value, cancelled)) != null;
            } catch (RejectedExecutionException refused) {
                return false;
            }
        }

        @Operation(nonParallelGroup = "loop")
        public List<Integer> turn() {
            if (!closed) {
                loop.run(() -> Script.of(awaited -> checkpoint(), awaited -> done(true)));
            }
            List<Integer> met = new ArrayList<>();
            for (Integer each = trace.poll(); each != null; each = trace.poll()) {
                met.add(each);
            }
            Collections.sort(met);
            return met;
        }

        private void told(int value, @Nullable Throwable cancelled) {
            if (cancelled != null && !closed) {
                trace.add(value);
            }
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
            List<Integer> met = new ArrayList<>(accepted);
            Collections.sort(met);
            accepted.clear();
            return met;
        }

        public void close() {
            closed = true;
            accepted.clear();
        }
    }
}
