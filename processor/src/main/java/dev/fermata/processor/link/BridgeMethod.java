package dev.fermata.processor.link;

import java.util.List;

/**
 * A synthetic instance method to add to an owner, as the class file will have it.
 *
 * @param signature generic, as a member of the owner
 * @param exceptions internal names
 */
record BridgeMethod(String name, String descriptor, String signature, List<String> exceptions, Action action) {
    BridgeMethod {
        exceptions = List.copyOf(exceptions);
    }

    /** What the body does. */
    sealed interface Action {}

    /** Calls a method with the bridge's own arguments. */
    record Invoke(int opcode, String owner, String name, String descriptor, boolean inInterface) implements Action {}

    record ReadField(boolean isStatic, String owner, String name, String descriptor) implements Action {}

    /** Assigns the bridge's argument and returns it. */
    record WriteField(boolean isStatic, String owner, String name, String descriptor) implements Action {}

    /**
     * Follows {@code this$n} fields.
     *
     * @param path internal names, from the owner to the class whose instance is wanted
     */
    record Enclosing(List<String> path) implements Action {
        public Enclosing {
            path = List.copyOf(path);
        }
    }
}
