package dev.fermata.processor.link;

import dev.fermata.processor.emit.Machine;
import java.util.List;
import java.util.Set;

/**
 * One async method as the class files know it: all that link needs of the elements, taken at {@code ANALYZE}, while
 * javac still has them as the user wrote them.
 *
 * @param owner the internal name of the class that it stands in
 * @param host the internal name of the top-level class around that: the host of the nest
 * @param frame the internal name of the generated class
 * @param name the method's name, empty for a lambda of a body that has become a machine
 * @param descriptor erased
 */
record Site(
        Machine machine,
        String owner,
        String host,
        String frame,
        String name,
        String descriptor,
        boolean isStatic,
        Set<Member> widened,
        List<BridgeMethod> bridges,
        ClassOutput.Place place,
        Position position) {

    /** Whether javac's code starts the machine, and not another machine's. */
    boolean isRedirected() {
        return !name.isEmpty();
    }

    /** The descriptor of {@link Machine#entry()}. */
    String entryDescriptor() {
        return "(L" + frame + ";" + (isStatic ? "" : "L" + owner + ";") + descriptor.substring(1);
    }
}
