package dev.fermata.processor.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The constructors of a local class. javac's take {@code (outer, given..., captured...)}, with the captured variables in
 * an order of its own; in the view they take {@code (outer, captured..., given...)}, in ours, so that variable arguments
 * stay last. Which parameter of javac's is which is read off the code that puts it into its {@code val$} field.
 *
 * <p>In a lambda, JDK 17's javac has a class whose constructor names {@code Outer.this} before {@code super(...)} capture that
 * instance once more, as a variable.
 */
final class LocalConstructors {
    private final LocalName local;
    private final List<LocalName.Captured> real;

    private LocalConstructors(LocalName local, List<LocalName.Captured> real) {
        this.local = local;
        this.real = real;
    }

    static LocalConstructors of(LocalName local, ClassNode node) {
        for (MethodNode method : node.methods) {
            Map<Integer, LocalName.Captured> bySlot = new TreeMap<>();
            for (AbstractInsnNode instruction : method.instructions) {
                if (method.name.equals("<init>")
                        && instruction instanceof FieldInsnNode put
                        && put.getOpcode() == Opcodes.PUTFIELD
                        && put.owner.equals(node.name)
                        && put.name.startsWith("val$")
                        && instruction.getPrevious() instanceof VarInsnNode load) {
                    bySlot.put(load.var, new LocalName.Captured(put.name.substring("val$".length()), put.desc));
                }
            }
            if (!bySlot.isEmpty()) {
                return new LocalConstructors(local, require(local, List.copyOf(bySlot.values())));
            }
        }
        return new LocalConstructors(local, List.of());
    }

    private static List<LocalName.Captured> require(LocalName local, List<LocalName.Captured> real) {
        if (!real.stream().allMatch(captured -> local.captured().contains(captured) || isOuter(local, captured))) {
            throw new IllegalStateException(
                    "the class " + local.real() + " captures " + real + ", known are " + local.captured());
        }
        return real;
    }

    private static boolean isOuter(LocalName local, LocalName.Captured captured) {
        return local.inner()
                && captured.name().equals(local.owner().replace('/', '$') + "$this")
                && captured.descriptor().equals("L" + local.owner() + ";");
    }

    /** Makes a constructor as javac wrote it one as the view has it. */
    void show(MethodNode method) {
        List<Type> types = new ArrayList<>(List.of(Type.getArgumentTypes(method.desc)));
        List<Type> outer = types.subList(0, local.inner() ? 1 : 0);
        List<Type> given = types.subList(outer.size(), types.size() - real.size());
        String captured = descriptors(local.captured());
        if (method.signature != null) { // has neither the enclosing instance nor what is captured
            int open = method.signature.indexOf('(') + 1;
            method.signature = method.signature.substring(0, open) + captured + method.signature.substring(open);
        }
        method.desc = "(" + descriptors(outer) + captured + descriptors(given) + ")V";
        method.access &= ~Opcodes.ACC_PRIVATE;
        method.parameters = null;
        method.visibleParameterAnnotations = null;
        method.invisibleParameterAnnotations = null;
        method.visibleAnnotableParameterCount = 0;
        method.invisibleAnnotableParameterCount = 0;
    }

    /** Has the calls of the view's constructors call javac's. */
    void restore(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
            if (instruction instanceof MethodInsnNode call
                    && call.name.equals("<init>")
                    && call.owner.equals(local.name())
                    && !(local.captured().isEmpty() && real.isEmpty())) {
                restore(method, call);
            }
        }
    }

    /** Puts the arguments into variables, and gives them again in javac's order. */
    private void restore(MethodNode method, MethodInsnNode call) {
        List<Type> types = Arrays.asList(Type.getArgumentTypes(call.desc));
        List<Integer> slots = new ArrayList<>();
        for (Type type : types) {
            slots.add(method.maxLocals);
            method.maxLocals += type.getSize();
        }
        InsnList moved = new InsnList();
        for (int i = types.size() - 1; i >= 0; i--) {
            moved.add(new VarInsnNode(types.get(i).getOpcode(Opcodes.ISTORE), slots.get(i)));
        }
        StringBuilder descriptor = new StringBuilder("(");
        List<Integer> order = order(types.size());
        method.maxStack += Math.max(0, order.size() - types.size());
        for (int i : order) {
            moved.add(new VarInsnNode(types.get(i).getOpcode(Opcodes.ILOAD), slots.get(i)));
            descriptor.append(types.get(i).getDescriptor());
        }
        method.instructions.insertBefore(call, moved);
        call.desc = descriptor.append(")V").toString();
    }

    /** Which of the view's arguments are javac's, in javac's order. */
    private List<Integer> order(int count) {
        Map<LocalName.Captured, Integer> positions = new LinkedHashMap<>();
        List<Integer> order = new ArrayList<>();
        int next = 0;
        if (local.inner()) {
            order.add(next++);
        }
        for (LocalName.Captured captured : local.captured()) {
            positions.put(captured, next++);
        }
        while (next < count) {
            order.add(next++);
        }
        real.forEach(captured -> order.add(positions.getOrDefault(captured, 0))); // the outer instance is the first
        return order;
    }

    private static String descriptors(List<?> types) {
        StringBuilder descriptors = new StringBuilder();
        for (Object type : types) {
            descriptors.append(
                    type instanceof LocalName.Captured captured
                            ? captured.descriptor()
                            : ((Type) type).getDescriptor());
        }
        return descriptors.toString();
    }
}
