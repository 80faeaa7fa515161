package dev.fermata;

import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Any thread puts in; one, the loop's, does all else. */
final class InboxInterleavingTest {
    @Test
    void nothingIsLostOrOvertakenAndTheLoopIsWokenOnce() {
        Interleavings.areExplained(Operations.class, Specification.class);
    }

    public static final class Operations {
        private final Inbox inbox = new Inbox();
        private boolean closed;

        @Operation
        public String put(int value) {
            return inbox.put(new Message(value)).name();
        }

        @Operation(nonParallelGroup = "loop")
        public List<Integer> takeAll() {
            return closed ? List.of() : values(inbox.takeAll());
        }

        @Operation(nonParallelGroup = "loop")
        public boolean fallAsleep() {
            return inbox.fallAsleep();
        }

        @Operation(nonParallelGroup = "loop")
        public List<Integer> close() {
            closed = true;
            return values(inbox.close());
        }

        private static List<Integer> values(@Nullable Continuation first) {
            List<Integer> values = new ArrayList<>();
            for (Continuation each = first; each != null; each = each.next) {
                values.add(((Message) each).value);
            }
            return values;
        }
    }

    private static final class Message extends Continuation {
        final int value;

        Message(int value) {
            this.value = value;
        }

        @Override
        void proceed() {
            throw new AssertionError("it is only handed over");
        }
    }

    /** What it is, without threads. */
    public static final class Specification {
        private List<Integer> within = new ArrayList<>();
        private boolean asleep;
        private boolean closed;

        public String put(int value) {
            if (closed) {
                return "CLOSED";
            }
            within.add(value);
            boolean wake = asleep;
            asleep = false;
            return wake ? "WAKE" : "ACCEPTED";
        }

        public List<Integer> takeAll() {
            List<Integer> taken = within;
            within = new ArrayList<>();
            asleep = false;
            return taken;
        }

        public boolean fallAsleep() {
            boolean may = !closed && !asleep && within.isEmpty();
            asleep |= may;
            return may;
        }

        public List<Integer> close() {
            closed = true;
            return takeAll();
        }
    }
}
