package dev.fermata.processor.link;

import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads what a local class has captured from the field that javac keeps it in: {@code this.val$x}, {@code this.this$1.val$x}. */
final class CapturedFields {
    private CapturedFields() {}

    /** @param nest the class files of the nest, by name */
    static void load(LambdaShape.Variable variable, ClassNode owner, Map<String, ClassNode> nest, MethodNode to) {
        to.visitVarInsn(Opcodes.ALOAD, 0);
        ClassNode at = owner;
        while (at != null) {
            FieldNode enclosing = null;
            for (FieldNode field : at.fields) {
                boolean synthetic = (field.access & Opcodes.ACC_SYNTHETIC) != 0;
                if (synthetic
                        && field.name.equals("val$" + variable.name())
                        && field.desc.equals(variable.descriptor())) {
                    to.visitFieldInsn(Opcodes.GETFIELD, at.name, field.name, field.desc);
                    return;
                }
                if (synthetic && field.name.startsWith("this$")) {
                    enclosing = field;
                }
            }
            if (enclosing == null) {
                break;
            }
            to.visitFieldInsn(Opcodes.GETFIELD, at.name, enclosing.name, enclosing.desc);
            at = nest.get(Type.getType(enclosing.desc).getInternalName());
        }
        throw new IllegalStateException(owner.name + " has no field for the captured " + variable);
    }
}
