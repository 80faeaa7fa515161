package dev.fermata.processor.link;

import java.util.ArrayList;
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

    static void redirect(ClassNode owner, Site site) {
        for (MethodNode method : owner.methods) {
            if (method.name.equals(site.name()) && method.desc.equals(site.descriptor())) {
                redirect(method, site);
                return;
            }
        }
        throw new IllegalStateException(owner.name + " has no method " + site.name() + site.descriptor());
    }

    private static void redirect(MethodNode method, Site site) {
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
        int slot = 0;
        if (!site.isStatic()) {
            method.visitVarInsn(Opcodes.ALOAD, slot++);
        }
        for (Type parameter : Type.getArgumentTypes(site.descriptor())) {
            method.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), slot);
            slot += parameter.getSize();
        }
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC, site.frame(), site.machine().entry(), site.entryDescriptor(), false);
        if (site.isVoid()) {
            method.visitInsn(Opcodes.POP);
        }
        method.visitInsn(Type.getReturnType(site.descriptor()).getOpcode(Opcodes.IRETURN));
        method.visitLabel(end);
        int parameters = slot;
        for (LocalVariableNode local : parameters(locals, parameters)) {
            method.visitLocalVariable(local.name, local.desc, local.signature, begin, end, local.index);
        }
        method.visitMaxs(parameters + 2, parameters);
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
