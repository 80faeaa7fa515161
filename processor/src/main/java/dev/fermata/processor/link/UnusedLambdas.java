package dev.fermata.processor.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Drops the synthetic methods into which javac put lambda bodies that nothing uses any more, since the bodies that held
 * the lambdas are gone. A lambda that {@code $deserializeLambda$} knows counts as used.
 */
final class UnusedLambdas {
    private final ClassNode owner;
    private final Set<String> used = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private UnusedLambdas(ClassNode owner) {
        this.owner = owner;
    }

    static void drop(ClassNode owner) {
        UnusedLambdas unused = new UnusedLambdas(owner);
        owner.methods.stream().filter(method -> !isLambda(method)).forEach(unused::scan);
        while (!unused.open.isEmpty()) {
            String next = unused.open.remove();
            owner.methods.stream()
                    .filter(method -> key(method.name, method.desc).equals(next))
                    .forEach(unused::scan);
        }
        owner.methods.removeIf(method -> isLambda(method) && !unused.used.contains(key(method.name, method.desc)));
    }

    private static boolean isLambda(MethodNode method) {
        int both = Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;
        return method.name.startsWith("lambda$") && (method.access & both) == both;
    }

    private void scan(MethodNode method) {
        for (var instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call) {
                use(call.owner, call.name, call.desc);
            } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                for (Object argument : dynamic.bsmArgs) {
                    use(argument);
                }
            } else if (instruction instanceof LdcInsnNode constant) {
                use(constant.cst);
            }
        }
    }

    private void use(Object constant) {
        if (constant instanceof Handle handle) {
            use(handle.getOwner(), handle.getName(), handle.getDesc());
        } else if (constant instanceof ConstantDynamic dynamic) {
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                use(dynamic.getBootstrapMethodArgument(i));
            }
        }
    }

    private void use(String className, String name, String descriptor) {
        if (className.equals(owner.name) && used.add(key(name, descriptor))) {
            open.add(key(name, descriptor));
        }
    }

    private static String key(String name, String descriptor) {
        return name + descriptor;
    }
}
