package dev.fermata.processor.link;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Writes a {@link BridgeMethod} into a class file: with its body, or as the widened view declares it. */
final class BridgeCode {
    private BridgeCode() {}

    /** For the view: something that source code can call. */
    static MethodNode declaration(BridgeMethod bridge, boolean inInterface) {
        return new MethodNode(
                inInterface ? ACC_PUBLIC : 0,
                bridge.name(),
                bridge.descriptor(),
                bridge.signature(),
                bridge.exceptions().toArray(String[]::new));
    }

    /** Private: only the machine, a nest mate, calls it, and no subclass can come upon its name. */
    static MethodNode definition(BridgeMethod bridge, Map<String, ClassNode> nest) {
        MethodNode method = new MethodNode(
                ACC_PRIVATE | ACC_SYNTHETIC,
                bridge.name(),
                bridge.descriptor(),
                null,
                bridge.exceptions().toArray(String[]::new));
        Type result = Type.getReturnType(bridge.descriptor());
        method.visitCode();
        if (bridge.action() instanceof BridgeMethod.Invoke invoke) {
            if (invoke.opcode() != Opcodes.INVOKESTATIC) {
                method.visitVarInsn(Opcodes.ALOAD, 0);
            }
            loadArguments(method, bridge.descriptor(), invoke.descriptor());
            method.visitMethodInsn(
                    invoke.opcode(), invoke.owner(), invoke.name(), invoke.descriptor(), invoke.inInterface());
            cast(method, Type.getReturnType(invoke.descriptor()), result);
        } else if (bridge.action() instanceof BridgeMethod.ReadField read) {
            if (!read.isStatic()) {
                method.visitVarInsn(Opcodes.ALOAD, 0);
            }
            method.visitFieldInsn(
                    read.isStatic() ? Opcodes.GETSTATIC : Opcodes.GETFIELD,
                    read.owner(),
                    read.name(),
                    read.descriptor());
            cast(method, Type.getType(read.descriptor()), result);
        } else if (bridge.action() instanceof BridgeMethod.WriteField write) {
            if (!write.isStatic()) {
                method.visitVarInsn(Opcodes.ALOAD, 0);
            }
            method.visitVarInsn(result.getOpcode(Opcodes.ILOAD), 1);
            method.visitFieldInsn(
                    write.isStatic() ? Opcodes.PUTSTATIC : Opcodes.PUTFIELD,
                    write.owner(),
                    write.name(),
                    write.descriptor());
            method.visitVarInsn(result.getOpcode(Opcodes.ILOAD), 1);
        } else if (bridge.action() instanceof BridgeMethod.Enclosing enclosing) {
            method.visitVarInsn(Opcodes.ALOAD, 0);
            List<String> path = enclosing.path();
            for (int i = 0; i + 1 < path.size(); i++) {
                String outer = "L" + path.get(i + 1) + ";";
                method.visitFieldInsn(
                        Opcodes.GETFIELD,
                        path.get(i),
                        enclosingField(Objects.requireNonNull(nest.get(path.get(i))), outer),
                        outer);
            }
        }
        method.visitInsn(result.getOpcode(Opcodes.IRETURN));
        int size = Type.getArgumentsAndReturnSizes(bridge.descriptor()) >> 2;
        method.visitMaxs(size + 2, size);
        method.visitEnd();
        return method;
    }

    private static void loadArguments(MethodNode method, String from, String to) {
        Type[] given = Type.getArgumentTypes(from);
        Type[] wanted = Type.getArgumentTypes(to);
        int slot = 1;
        for (int i = 0; i < given.length; i++) {
            method.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), slot);
            cast(method, given[i], wanted[i]);
            slot += given[i].getSize();
        }
    }

    /** Between the erasures of a type and of what it became as a member of the owner. */
    private static void cast(MethodNode method, Type from, Type to) {
        boolean needed = to.getSort() >= Type.ARRAY
                && !to.equals(from)
                && !to.getInternalName().equals("java/lang/Object");
        if (needed) {
            method.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
        }
    }

    private static String enclosingField(ClassNode inner, String descriptor) {
        for (FieldNode field : inner.fields) {
            if (field.name.startsWith("this$")
                    && (field.access & ACC_SYNTHETIC) != 0
                    && field.desc.equals(descriptor)) {
                return field.name;
            }
        }
        throw new IllegalStateException(inner.name + " has no field for its enclosing instance " + descriptor);
    }
}
