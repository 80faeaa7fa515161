package dev.fermata.processor.link;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Makes a generated class a member of its owner's nest, and has it speak of the user's file and lines. */
final class NestMate {
    private NestMate() {}

    static byte[] of(byte[] classFile, Site site) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(new Adopt(writer, site), 0);
        return writer.toByteArray();
    }

    private static final class Adopt extends ClassVisitor {
        private final Site site;
        private final LineMap lines;

        Adopt(ClassVisitor next, Site site) {
            super(Opcodes.ASM9, next);
            this.site = site;
            this.lines = new LineMap(site.machine());
        }

        @Override
        public void visitSource(@Nullable String source, @Nullable String debug) {
            super.visitSource(site.machine().method().sourceFile(), debug);
            super.visitNestHost(site.host());
        }

        /** javac made the frame the host of its own nest; that one is dissolved. */
        @Override
        public void visitNestHost(String nestHost) {}

        @Override
        public void visitNestMember(String nestMember) {}

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                // Only an assert has javac name the class in an initializer: the user's class tells its status.
                @Override
                public void visitLdcInsn(Object value) {
                    boolean status = name.equals("<clinit>")
                            && value instanceof Type type
                            && type.getSort() == Type.OBJECT
                            && type.getInternalName().equals(site.frame());
                    super.visitLdcInsn(status ? Type.getObjectType(site.host()) : value);
                }

                @Override
                public void visitLineNumber(int line, Label start) {
                    super.visitLineNumber(lines.of(line), start);
                }
            };
        }
    }
}
