package dev.fermata.processor.link;

import dev.fermata.processor.emit.Machine;
import dev.fermata.processor.ir.Returns;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One async method as the class files know it: all that link needs of the elements, taken at {@code ANALYZE}, while
 * javac still has them as the user wrote them.
 *
 * @param owner the internal name of the class that it stands in
 * @param host the internal name of the top-level class around that: the host of the nest
 * @param frame the internal name of the generated class
 * @param name the method's name
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
        Map<Member, String> renamed,
        List<BridgeMethod> bridges,
        List<LocalName> locals,
        ClassOutput.Place place,
        Position position) {

    /** The descriptor of {@link Machine#entry()}. */
    String entryDescriptor() {
        String entry = (isStatic ? "" : "L" + owner + ";") + descriptor.substring(1);
        String made = takesFrame() ? "(L" + frame + ";" + entry : "(" + entry;
        return isVoid() ? made.substring(0, made.length() - 1) + "Ldev/fermata/Task;" : made;
    }

    /** Whether the entry is called with a frame, null for a new call: one that makes a sequence runs nothing yet. */
    boolean takesFrame() {
        return machine.method().returns() != Returns.SEQUENCE;
    }

    /** Whether what the entry returns is dropped. */
    boolean isVoid() {
        return machine.method().returns() == Returns.VOID;
    }
}
