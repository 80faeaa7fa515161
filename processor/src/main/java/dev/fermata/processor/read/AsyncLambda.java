package dev.fermata.processor.read;

import dev.fermata.processor.ir.AsyncMethod;
import java.util.List;
import javax.lang.model.element.VariableElement;

/**
 * A lambda that awaits, read.
 *
 * @param captured the variables of the code around it that the machine takes first
 * @param own the lambda's own parameters, which it takes then
 */
record AsyncLambda(AsyncMethod machine, List<VariableElement> captured, List<VariableElement> own) {
    AsyncLambda {
        captured = List.copyOf(captured);
        own = List.copyOf(own);
    }
}
