package dev.fermata.processor.link;

import java.util.List;

/**
 * A local or anonymous class, and the member of its owner as which the widened view shows it.
 *
 * @param real the internal name that javac gave it
 * @param name the internal name in the view
 * @param owner the internal name that javac gave the owner
 * @param simpleName the member's
 * @param ownerType the owner's own type, as a signature spells it
 * @param formals the type parameters that the view adds, as a signature spells them: type variables of the method
 * @param variables their names
 * @param generic whether it has type parameters of its own
 * @param captured what its constructors take first, by the names of the captured variables
 * @param inner whether it belongs to an instance of the owner
 */
record LocalName(
        String real,
        String name,
        String owner,
        String simpleName,
        String ownerType,
        String formals,
        List<String> variables,
        boolean generic,
        List<Captured> captured,
        boolean inner) {
    record Captured(String name, String descriptor) {}

    /** Whether the view writes it with type arguments that javac's signatures do not have. */
    boolean isParameterized() {
        return !variables.isEmpty() || inner && ownerType.contains("<");
    }
}
