package dev.fermata.processor.ir;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** What starts a machine. */
public sealed interface Start {
    /** The name of the static method that runs a lambda's machine. */
    String LAMBDA_ENTRY = "run";

    /** The variables that the owner, a local class, or one around it, has captured: the machine takes them first. */
    default List<VariableElement> fields() {
        return List.of();
    }

    /** A call of the {@code @Async} method: its body becomes one that starts the machine. */
    record Call(List<VariableElement> fields) implements Start {
        public Call {
            fields = List.copyOf(fields);
        }
    }

    /** A lambda within code that has become part of another machine, whose text starts this one. */
    record MovedLambda() implements Start {}

    /**
     * A lambda in code that stays as javac compiled it: the synthetic method into which javac put the lambda's body becomes
     * one that starts the machine.
     *
     * @param implemented the method of the functional interface
     * @param result what it returns here
     * @param captured what the machine takes first, in the order in which the lambda names it first
     * @param parameters the lambda's own, those without a name included
     * @param awaits whether the body does so by a call, also of {@code each}, and not only by closing resources
     * @param expression the same for lambdas within one expression, which Java evaluates in the order of the source
     */
    record StayingLambda(
            ExecutableElement implemented,
            TypeMirror result,
            List<VariableElement> captured,
            List<VariableElement> parameters,
            boolean awaits,
            Object expression)
            implements Start {
        public StayingLambda {
            captured = List.copyOf(captured);
            parameters = List.copyOf(parameters);
        }
    }
}
