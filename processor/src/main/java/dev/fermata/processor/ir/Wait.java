package dev.fermata.processor.ir;

/** What holds a method at a point where it may be held. */
public enum Wait {
    /** {@code await} of a task: until it is done. */
    TASK,
    /** {@code await} of a completion stage: until it is done. */
    STAGE,
    /** {@code emit} of a value: until the next one is asked for. */
    EMIT
}
