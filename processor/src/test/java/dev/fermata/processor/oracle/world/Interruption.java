package dev.fermata.processor.oracle.world;

import java.io.IOException;
import java.util.concurrent.CancellationException;

/** How an awaited task ends, if not with its value. */
public enum Interruption {
    CHECKED {
        @Override
        public Throwable failure(int index) {
            return new IOException("failure " + index);
        }
    },
    UNCHECKED {
        @Override
        public Throwable failure(int index) {
            return new IllegalStateException("failure " + index);
        }
    },
    ERROR {
        @Override
        public Throwable failure(int index) {
            return new AssertionError("failure " + index);
        }
    },
    /** The body's task is cancelled while it is held there; the blocking side throws what that must look like. */
    CANCELLED {
        @Override
        public Throwable failure(int index) {
            return new CancellationException("the task was cancelled"); // the runtime's own text: bodies may look at it
        }
    };

    /** What the await of the task with this number throws. */
    public abstract Throwable failure(int index);
}
