package dev.fermata.processor.link;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Puts {@code return Frame.entry(null, this, parameters...)} in the place of an async method's body. Modifiers,
 * annotations, signature, exceptions and parameter names stay.
 */
final class Redirect {
    private Redirect() {}

    /** @param nest the class files of the nest, by name */
    static void redirect(ClassNode owner, Site site, Map<String, ClassNode> nest) {
        for (MethodNode method : owner.methods) {
            if (method.name.equals(site.name()) && method.desc.equals(site.descriptor())) {
                redirect(method, site, slots(site), nest);
                return;
            }
        }
        throw new IllegalStateException(owner.name + " has no method " + site.name() + site.descriptor());
    }

    private static List<Integer> slots(Site site) {
        List<Integer> slots = new ArrayList<>();
        int slot = site.isStatic() ? 0 : 1;
        for (Type parameter : Type.getArgumentTypes(site.descriptor())) {
            slots.add(slot);
            slot += parameter.getSize();
        }
        return slots;
    }

    /** @param slots where the method has what the machine takes after {@code this} */
    static void redirect(MethodNode method, Site site, List<Integer> slots, Map<String, ClassNode> nest) {
        boolean hasLines = false;
        for (var instruction : method.instructions) {
            hasLines |= instruction instanceof LineNumberNode;
        }
        List<LocalVariableNode> locals = Objects.requireNonNullElse(method.localVariables, List.of());
        method.instructions = new InsnList();
        method.localVariables = null;
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
        method.tryCatchBlocks = new ArrayList<>();

        Label begin = new Label();
        Label end = new Label();
        method.visitLabel(begin);
        if (hasLines) {
            method.visitLineNumber(site.machine().method().line(), begin);
        }
        if (site.takesFrame()) {
            method.visitInsn(Opcodes.ACONST_NULL);
        }
        if (!site.isStatic()) {
            method.visitVarInsn(Opcodes.ALOAD, 0);
        }
        for (LambdaShape.Variable field : site.fields()) {
            CapturedFields.load(field, Objects.requireNonNull(nest.get(site.owner())), nest, method);
        }
        Iterator<Integer> slot = slots.iterator();
        for (Type parameter : Type.getArgumentTypes(site.descriptor())) {
            method.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), slot.next());
        }
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC, site.frame(), site.machine().entry(), site.entryDescriptor(), false);
        if (site.isVoid()) {
            method.visitInsn(Opcodes.POP);
        }
        method.visitInsn(Type.getReturnType(site.descriptor()).getOpcode(Opcodes.IRETURN));
        method.visitLabel(end);
        int sizes = Type.getArgumentsAndReturnSizes(method.desc) >> 2;
        int parameters = (method.access & Opcodes.ACC_STATIC) == 0 ? sizes : sizes - 1;
        for (LocalVariableNode local : parameters(locals, parameters)) {
            method.visitLocalVariable(local.name, local.desc, local.signature, begin, end, local.index);
        }
        method.visitMaxs(parameters + 2 * site.fields().size() + 2, parameters);
    }

    /** The first variable of each of the parameters' slots. */
    private static List<LocalVariableNode> parameters(List<LocalVariableNode> locals, int slots) {
        Map<Integer, LocalVariableNode> bySlot = new TreeMap<>();
        for (LocalVariableNode local : locals) {
            if (local.index < slots) {
                bySlot.putIfAbsent(local.index, local);
            }
        }
        return List.copyOf(bySlot.values());
    }
}
