package dev.fermata.processor.link;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The classes that a class file names where a compiler looks: in its declarations, not in its bodies. */
final class References {
    private final Set<String> supers = new LinkedHashSet<>();
    private final Set<String> signatures = new LinkedHashSet<>();
    private final Map<String, String> outer = new HashMap<>();

    private References() {}

    static References of(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile)
                .accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        References references = new References();
        references.read(node);
        return references;
    }

    /** The superclass, the interfaces, and the permitted subclasses. */
    Set<String> supers() {
        return supers;
    }

    /** What the signatures and annotations of the class and its members name, and its member classes. */
    Set<String> signatures() {
        return signatures;
    }

    /** The top-level class around a class that this class file names. */
    String outermost(String name) {
        String found = name;
        while (outer.containsKey(found)) {
            found = outer.get(found);
        }
        return found;
    }

    private void read(ClassNode node) {
        if (node.superName != null) {
            supers.add(node.superName);
        }
        supers.addAll(node.interfaces);
        if (node.permittedSubclasses != null) {
            supers.addAll(node.permittedSubclasses);
        }
        for (InnerClassNode inner : node.innerClasses) {
            if (inner.outerName != null) {
                outer.put(inner.name, inner.outerName);
                if (inner.outerName.equals(node.name)) {
                    signatures.add(inner.name);
                }
            }
        }
        generic(node.signature);
        annotations(node.visibleAnnotations);
        annotations(node.invisibleAnnotations);
        for (FieldNode field : node.fields) {
            erased(Type.getType(field.desc));
            generic(field.signature);
            annotations(field.visibleAnnotations);
            annotations(field.invisibleAnnotations);
        }
        for (MethodNode method : node.methods) {
            erased(Type.getReturnType(method.desc));
            List.of(Type.getArgumentTypes(method.desc)).forEach(this::erased);
            generic(method.signature);
            signatures.addAll(method.exceptions);
            annotations(method.visibleAnnotations);
            annotations(method.invisibleAnnotations);
        }
    }

    private void erased(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT) {
            signatures.add(element.getInternalName());
        }
    }

    private void annotations(@Nullable List<AnnotationNode> annotations) {
        if (annotations != null) {
            annotations.forEach(annotation -> erased(Type.getType(annotation.desc)));
        }
    }

    private void generic(@Nullable String signature) {
        if (signature != null) {
            new SignatureReader(signature).accept(new SignatureVisitor(Opcodes.ASM9) {
                private String name = "";

                @Override
                public void visitClassType(String className) {
                    name = className;
                    signatures.add(name);
                }

                @Override
                public void visitInnerClassType(String innerName) {
                    name = name + "$" + innerName;
                    signatures.add(name);
                }
            });
        }
    }
}
