package dev.fermata.processor.link;

import dev.fermata.processor.emit.Machine;
import dev.fermata.processor.ir.Returns;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param fields what the owner, a local class, keeps of the code around it, and the machine takes first
 * @param lambda what tells the synthetic method of a lambda in code that stays; null for all else
 */
record Site(
        Machine machine,
        String owner,
        String host,
        String frame,
        String name,
        String descriptor,
        List<LambdaShape.Variable> fields,
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
        String kept = fields.stream().map(LambdaShape.Variable::descriptor).collect(Collectors.joining());
        String entry = (isStatic ? "" : "L" + owner + ";") + kept + descriptor.substring(1);
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
