package dev.fermata.processor.link;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The local classes that the generated sources name: shows them as members of their owners, and after the nested
 * compilation has what it made speak of the classes that javac wrote.
 */
final class LocalNames {
    private final PrivateMembers members;
    private final Map<String, LocalName> byRealName = new LinkedHashMap<>();
    private final Map<String, LocalConstructors> constructors = new LinkedHashMap<>();
    private final Map<String, InnerClassNode> written = new LinkedHashMap<>();
    private final Map<String, String> shown = new LinkedHashMap<>();

    /** @param nests the class files of all classes that may be named */
    LocalNames(Collection<LocalName> names, PrivateMembers members, Map<String, byte[]> nests) {
        this.members = members;
        names.forEach(name -> byRealName.put(name.real(), name));
        for (String real : nests.keySet()) {
            names.stream()
                    .filter(name -> real.equals(name.real()) || real.startsWith(name.real() + "$"))
                    .max(Comparator.comparingInt(name -> name.real().length())) // the innermost of one within another
                    .ifPresent(name -> shown.put(
                            real, name.name() + real.substring(name.real().length())));
        }
        byRealName.forEach((real, name) -> {
            byte[] classFile = nests.get(real);
            if (classFile == null) {
                throw new IllegalStateException("no class file of the local class " + real);
            }
            ClassNode node = new ClassNode();
            new ClassReader(classFile).accept(node, 0);
            constructors.put(name.name(), LocalConstructors.of(name, node));
            node.innerClasses.stream()
                    .filter(inner -> inner.name.equals(real))
                    .forEach(inner -> written.put(real, inner));
        });
    }

    /** A class of the view, with the names that the view gives. */
    byte[] show(ClassNode node) {
        members.show(node);
        ClassWriter writer = new ClassWriter(0);
        if (byRealName.isEmpty()) {
            node.accept(writer);
            return writer.toByteArray();
        }
        new LocalSignatures(byRealName).rewrite(node);
        LocalName local = byRealName.get(node.name);
        if (local != null) {
            node.outerClass = null;
            node.outerMethod = null;
            node.outerMethodDesc = null;
            node.access &= ~Opcodes.ACC_PRIVATE;
            LocalConstructors all = Objects.requireNonNull(constructors.get(local.name()));
            node.methods.stream().filter(LocalNames::isConstructor).forEach(all::show);
        }
        for (LocalName name : byRealName.values()) {
            boolean named = node.innerClasses.removeIf(inner -> inner.name.equals(name.real()));
            if (named || node.name.equals(name.owner())) {
                int access = Objects.requireNonNull(written.get(name.real())).access;
                node.innerClasses.add(new InnerClassNode(
                        name.real(),
                        name.owner(),
                        name.simpleName(),
                        name.inner() ? access & ~Opcodes.ACC_STATIC : access | Opcodes.ACC_STATIC));
            }
        }
        node.accept(new ClassRemapper(writer, new Renaming(shown)));
        return writer.toByteArray();
    }

    /** The internal name of a class in the view. */
    String shown(String real) {
        return shown.getOrDefault(real, real);
    }

    private static boolean isConstructor(MethodNode method) {
        return method.name.equals("<init>");
    }

    /** A class file of the nested compilation, with the names that javac gave. */
    byte[] restore(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, 0);
        node.methods.forEach(method -> constructors.values().forEach(local -> local.restore(method)));
        node.fields.forEach(field -> field.signature = signature(field.signature));
        node.methods.forEach(method -> method.signature = signature(method.signature));
        node.signature = signature(node.signature);
        Map<String, String> real =
                shown.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        ClassNode renamed = new ClassNode();
        node.accept(new ClassRemapper(renamed, new Renaming(real)));
        members.restore(renamed);
        renamed.innerClasses.replaceAll(inner -> written.getOrDefault(inner.name, inner));
        ClassWriter writer = new ClassWriter(0);
        renamed.accept(writer);
        return writer.toByteArray();
    }

    /** None for one that gives a class arguments which it has in the view only. */
    private @Nullable String signature(@Nullable String signature) {
        boolean named = signature != null
                && byRealName.values().stream()
                        .filter(LocalName::isParameterized)
                        .anyMatch(
                                name -> signature.contains(name.name()) || signature.contains("." + name.simpleName()));
        return named ? null : signature;
    }

    /** By internal names alone: ASM would guess simple names from them, and find those with a dollar wrong. */
    private static final class Renaming extends SimpleRemapper {
        Renaming(Map<String, String> names) {
            super(Opcodes.ASM9, names);
        }

        @Override
        public @Nullable String mapInnerClassName(String name, @Nullable String ownerName, @Nullable String innerName) {
            return innerName;
        }
    }
}
