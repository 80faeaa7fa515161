package dev.fermata.processor.ir;

/** What starts a machine. */
public sealed interface Start {
    /** The name of the static method that runs a lambda's machine. */
    String LAMBDA_ENTRY = "run";

    /** A call of the {@code @Async} method: its body becomes one that starts the machine. */
    record Call() implements Start {}

    /** A lambda within code that has become part of another machine, whose text starts this one. */
    record MovedLambda() implements Start {}
}
