package dev.fermata.processor.link;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A nest's classes as the generated sources see them: the private members and types that the bodies use are not private,
 * bridges are declared, and all else is as javac wrote it, so that no name and no overload means anything else. No
 * bodies: nobody runs these.
 */
final class WidenedView {
    private final Set<Member> widened;
    private final Map<String, List<BridgeMethod>> bridges;
    private final LocalNames locals;

    /**
     * @param widened what is to be visible
     * @param bridges by the internal name of the class that they are added to
     * @param locals the local classes that the sources name
     */
    WidenedView(Set<Member> widened, Map<String, List<BridgeMethod>> bridges, LocalNames locals) {
        this.widened = widened;
        this.bridges = bridges;
        this.locals = locals;
    }

    Map<String, byte[]> of(Collection<byte[]> nest) {
        Map<String, byte[]> view = new TreeMap<>();
        for (byte[] classFile : nest) {
            ClassNode node = new ClassNode();
            new ClassReader(classFile).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
            widen(node);
            view.put(locals.shown(node.name), locals.show(node));
        }
        return view;
    }

    private void widen(ClassNode node) {
        boolean inInterface = (node.access & Opcodes.ACC_INTERFACE) != 0;
        for (FieldNode field : node.fields) {
            if (widened.contains(new Member(node.name, field.name, field.desc))) {
                field.access = widened(field.access, inInterface);
            }
        }
        for (MethodNode method : node.methods) {
            if (widened.contains(new Member(node.name, method.name, method.desc))) {
                method.access = widened(method.access, inInterface);
            }
        }
        for (InnerClassNode inner : node.innerClasses) {
            if (widened.contains(Member.type(inner.name))) {
                inner.access = named(inner.access);
            }
        }
        for (BridgeMethod bridge : bridges.getOrDefault(node.name, List.of())) {
            node.methods.add(BridgeCode.declaration(bridge, inInterface));
        }
    }

    /** A protected class is public to the JVM, and so every class may use what a subclass may name. */
    private static int named(int access) {
        return (access & Opcodes.ACC_PROTECTED) == 0
                ? widened(access, false)
                : access & ~Opcodes.ACC_PROTECTED | Opcodes.ACC_PUBLIC;
    }

    /** An interface has no members between private and public. */
    private static int widened(int access, boolean inInterface) {
        if ((access & Opcodes.ACC_PRIVATE) == 0) {
            return access;
        }
        return access & ~Opcodes.ACC_PRIVATE | (inInterface ? Opcodes.ACC_PUBLIC : 0);
    }
}
