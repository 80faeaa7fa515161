package dev.fermata.processor.link;

import java.util.List;
import org.objectweb.asm.tree.MethodNode;

/**
 * A lambda's synthetic method, and from which of its variables the machine takes what it is given.
 *
 * @param slots of what the lambda captures and of its own parameters, in the machine's order
 */
record LambdaMethod(MethodNode method, List<Integer> slots) {
    LambdaMethod {
        slots = List.copyOf(slots);
    }
}
