package dev.fermata.processor.link;

import dev.fermata.processor.emit.Machine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One async method as the class files know it: all that link needs of the elements, taken at {@code ANALYZE}, while
 * javac still has them as the user wrote them.
 *
 * @param owner the internal name of the class that it stands in
 * @param host the internal name of the top-level class around that: the host of the nest
 * @param frame the internal name of the generated class
 * @param name the method's name, empty for a lambda
 * @param descriptor erased; of a lambda that of a method with what the machine takes
 * @param lambda what tells the synthetic method of a lambda in code that stays; null for all else
 */
record Site(
        Machine machine,
        String owner,
        String host,
        String frame,
        String name,
        String descriptor,
        @Nullable LambdaShape lambda,
        boolean isStatic,
        Set<Member> widened,
        Map<Member, String> renamed,
        List<BridgeMethod> bridges,
        List<LocalName> locals,
        ClassOutput.Place place,
        Position position) {

    /** Whether the machine is that of a method, whose body starts it. */
    boolean isMethod() {
        return !name.isEmpty();
    }

    /** The descriptor of {@link Machine#entry()}. */
    String entryDescriptor() {
        return "(L" + frame + ";" + (isStatic ? "" : "L" + owner + ";") + descriptor.substring(1);
    }
}
