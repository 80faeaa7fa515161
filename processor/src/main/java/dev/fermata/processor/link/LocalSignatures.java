package dev.fermata.processor.link;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.signature.SignatureWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Gives local classes in signatures the type arguments that they have as members: javac writes a local class of
 * {@code Owner<T>} without {@code T}, and one that mentions a type variable of its method without that.
 */
final class LocalSignatures {
    private final Map<String, LocalName> locals;

    /** @param locals by their real internal names */
    LocalSignatures(Map<String, LocalName> locals) {
        this.locals = locals;
    }

    void rewrite(ClassNode node) {
        if (locals.values().stream().noneMatch(LocalName::isParameterized)) {
            return;
        }
        LocalName local = locals.get(node.name);
        node.signature = ofClass(node, local == null ? "" : local.formals());
        for (FieldNode field : node.fields) {
            field.signature = rewritten(field.signature, field.desc, SignatureReader::acceptType);
        }
        for (MethodNode method : node.methods) {
            if (!method.name.equals("<init>") || method.signature != null) {
                method.signature = rewritten(method.signature, method.desc, SignatureReader::accept);
            }
        }
    }

    private @Nullable String ofClass(ClassNode node, String formals) {
        StringBuilder plain = new StringBuilder("L" + node.superName + ";");
        node.interfaces.forEach(parent -> plain.append('L').append(parent).append(';'));
        String signature = node.signature == null ? plain.toString() : node.signature;
        if (!formals.isEmpty()) {
            signature = signature.startsWith("<")
                    ? "<" + formals + signature.substring(1)
                    : "<" + formals + ">" + signature;
        }
        boolean none = signature.contentEquals(plain);
        return rewritten(none ? null : signature, signature, SignatureReader::accept);
    }

    private @Nullable String rewritten(
            @Nullable String signature, String descriptor, BiConsumer<SignatureReader, Writer> accept) {
        String old = signature == null ? descriptor : signature;
        Writer writer = new Writer();
        accept.accept(new SignatureReader(old), writer);
        String result = writer.toString();
        return signature == null && result.equals(old) ? null : result;
    }

    private final class Writer extends SignatureWriter {
        /** A generic local class, until it is known whether it is raw. */
        private @Nullable LocalName pending;

        @Override
        public void visitClassType(String name) {
            settle();
            LocalName local = locals.get(name);
            if (local == null || !local.isParameterized()) {
                super.visitClassType(name);
            } else if (local.generic()) {
                pending = local;
            } else {
                write(local);
            }
        }

        private void settle() {
            if (pending != null) {
                String raw = pending.real();
                pending = null;
                super.visitClassType(raw);
            }
        }

        private void write(LocalName local) {
            pending = null;
            if (local.inner() && local.ownerType().contains("<")) {
                SignatureWriter target = this;
                new SignatureReader(local.ownerType()).acceptType(new SignatureVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitClassType(String name) {
                        target.visitClassType(name);
                    }

                    @Override
                    public void visitInnerClassType(String name) {
                        target.visitInnerClassType(name);
                    }

                    @Override
                    public SignatureVisitor visitTypeArgument(char wildcard) {
                        return target.visitTypeArgument(wildcard);
                    }
                });
                super.visitInnerClassType(local.simpleName());
            } else {
                super.visitClassType(local.real());
            }
            arguments(local.variables());
        }

        private void arguments(List<String> variables) {
            for (String variable : variables) {
                super.visitTypeArgument('=').visitTypeVariable(variable);
            }
        }

        @Override
        public void visitTypeArgument() {
            parameterize();
            super.visitTypeArgument();
        }

        @Override
        public SignatureVisitor visitTypeArgument(char wildcard) {
            parameterize();
            return super.visitTypeArgument(wildcard);
        }

        private void parameterize() {
            if (pending != null) {
                write(pending);
            }
        }

        @Override
        public void visitInnerClassType(String name) {
            settle();
            super.visitInnerClassType(name);
        }

        @Override
        public void visitEnd() {
            settle();
            super.visitEnd();
        }
    }
}
