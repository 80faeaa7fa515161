package dev.fermata.processor.link;

import java.util.List;

/**
 * What tells the synthetic method of an async lambda from others.
 *
 * @param captured the variables that the lambda captures, in the order in which it names them first
 * @param own its parameters
 * @param function the name of the interface's method
 * @param awaits whether the body does so by a call, also of {@code each}, and not only by closing resources
 * @param expression the same for lambdas within one expression
 */
record LambdaShape(
        List<Variable> captured,
        List<Variable> own,
        String result,
        String function,
        boolean awaits,
        int firstLine,
        int lastLine,
        Object expression) {
    /** @param name empty for a parameter without one */
    record Variable(String name, String descriptor) {}

    LambdaShape {
        captured = List.copyOf(captured);
        own = List.copyOf(own);
    }
}
