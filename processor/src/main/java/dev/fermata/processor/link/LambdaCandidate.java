package dev.fermata.processor.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A synthetic method of a lambda, as javac writes it: first what the lambda captures, then its parameters. Javac passes
 * captures in the order in which the lambda names them first; that is not relied on, but confirmed by the names of the
 * variables, or without those by the order in which the code loads them.
 */
final class LambdaCandidate {
    /** The methods of {@code Fermata} that a lambda may call only if it is async. */
    private static final Set<String> AWAITING = Set.of("await", "each");

    private final MethodNode method;
    private final boolean isStatic;

    LambdaCandidate(MethodNode method) {
        this.method = method;
        this.isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
    }

    MethodNode method() {
        return method;
    }

    /** Whether the code calls {@code await} or {@code each}, or closes something where closing is all that it awaits. */
    private boolean waits(LambdaShape shape) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call
                    && (shape.awaits()
                            ? call.owner.equals("dev/fermata/Fermata") && AWAITING.contains(call.name)
                            : call.name.equals("close"))) {
                return true;
            }
        }
        return false;
    }

    /** The method as that of the lambda, if it can be. */
    Optional<LambdaMethod> as(LambdaShape shape, boolean usesThis) {
        if (usesThis && isStatic || !waits(shape) || !isWithin(shape)) {
            return Optional.empty();
        }
        Map<Integer, String> names = names();
        List<LambdaShape.Variable> variables = names.isEmpty() ? inOrder(shape) : byName(shape, names);
        if (!method.desc.equals(descriptor(variables, shape.result()))) {
            return Optional.empty();
        }
        Map<LambdaShape.Variable, Integer> slots = new HashMap<>();
        int slot = isStatic ? 0 : 1;
        for (LambdaShape.Variable variable : variables) {
            slots.put(variable, slot);
            slot += Type.getType(variable.descriptor()).getSize();
        }
        boolean confirmed = names.isEmpty()
                ? isLoadedInOrder(shape.captured().stream().map(slots::get).toList())
                : variables.stream()
                        .allMatch(variable ->
                                variable.name().isEmpty() || variable.name().equals(names.get(slots.get(variable))));
        if (!confirmed) {
            return Optional.empty();
        }
        List<Integer> wanted = new ArrayList<>();
        inOrder(shape).stream()
                .filter(variable -> !variable.name().isEmpty())
                .forEach(variable -> wanted.add(slots.get(variable)));
        return Optional.of(new LambdaMethod(method, wanted));
    }

    private static List<LambdaShape.Variable> inOrder(LambdaShape shape) {
        List<LambdaShape.Variable> all = new ArrayList<>(shape.captured());
        all.addAll(shape.own());
        return all;
    }

    /** The captured variables in the order that their names have in the method. */
    private static List<LambdaShape.Variable> byName(LambdaShape shape, Map<Integer, String> names) {
        List<LambdaShape.Variable> all = new ArrayList<>();
        for (String name : names.values()) {
            shape.captured().stream()
                    .filter(variable -> variable.name().equals(name))
                    .forEach(all::add);
        }
        all.addAll(shape.own());
        return all;
    }

    private static String descriptor(List<LambdaShape.Variable> variables, String result) {
        StringBuilder descriptor = new StringBuilder("(");
        variables.forEach(variable -> descriptor.append(variable.descriptor()));
        return descriptor.append(')').append(result).toString();
    }

    /** Every line of the code is one of the lambda's. */
    private boolean isWithin(LambdaShape shape) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LineNumberNode line
                    && (line.line < shape.firstLine() || line.line > shape.lastLine())) {
                return false;
            }
        }
        return true;
    }

    /** The names of the parameters by slot, in order; empty if the code was compiled without. */
    private Map<Integer, String> names() {
        int end = Type.getArgumentsAndReturnSizes(method.desc) >> 2;
        Map<Integer, String> names = new LinkedHashMap<>();
        if (method.localVariables != null) {
            method.localVariables.stream()
                    .filter(variable -> variable.index < (isStatic ? end - 1 : end))
                    .filter(variable -> isStatic || variable.index > 0)
                    .sorted((left, right) -> Integer.compare(left.index, right.index))
                    .forEach(variable -> names.putIfAbsent(variable.index, variable.name));
        }
        return names;
    }

    /** Whether the code first loads these variables one after the other. */
    private boolean isLoadedInOrder(List<Integer> slots) {
        List<Integer> loaded = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof VarInsnNode load && slots.contains(load.var) && !loaded.contains(load.var)) {
                loaded.add(load.var);
            }
        }
        return slots.size() < 2 || loaded.equals(slots);
    }
}
