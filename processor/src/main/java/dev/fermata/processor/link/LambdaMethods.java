package dev.fermata.processor.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the synthetic methods of one class's async lambdas. Javac numbers these methods otherwise from version to version,
 * so their names are not looked at. A method counts as a lambda's if it is the only one that can be: each criterion holds for
 * the right one, so that no other can be taken for it. Lambdas that no criterion tells apart are told by the order in which
 * the code makes them, if they stand in one expression; else the user is asked to set them apart.
 */
final class LambdaMethods {
    private final ClassNode owner;
    private final List<LambdaCandidate> candidates;

    /** What the lambdas of each method are made to implement, by its name and descriptor. */
    private final Map<String, Set<String>> functions;

    private final Map<Site, LambdaMethod> found = new LinkedHashMap<>();
    private final Map<Site, String> unclear = new LinkedHashMap<>();

    private LambdaMethods(ClassNode owner) {
        this.owner = owner;
        this.functions = functions(owner);
        this.candidates = owner.methods.stream()
                .filter(LambdaMethods::isSynthetic)
                .map(LambdaCandidate::new)
                .toList();
    }

    /** @param sites the class's async lambdas in code that stays */
    static LambdaMethods of(ClassNode owner, Collection<Site> sites) {
        LambdaMethods methods = new LambdaMethods(owner);
        methods.find(sites);
        return methods;
    }

    /** The method of each lambda for which there is just one. */
    Map<Site, LambdaMethod> found() {
        return found;
    }

    /** The other lambdas, each with what is unclear. */
    Map<Site, String> unclear() {
        return unclear;
    }

    private static boolean isSynthetic(MethodNode method) {
        int both = Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;
        return method.name.startsWith("lambda$") && (method.access & both) == both;
    }

    private void find(Collection<Site> sites) {
        Map<Site, List<LambdaMethod>> open = new LinkedHashMap<>();
        sites.forEach(site -> open.put(site, possible(site)));
        while (open.values().stream().anyMatch(possible -> possible.size() == 1)) {
            Site next = open.keySet().stream()
                    .filter(site -> Objects.requireNonNull(open.get(site)).size() == 1)
                    .findFirst()
                    .orElseThrow();
            assign(next, Objects.requireNonNull(open.remove(next)).get(0), open);
        }
        Map<List<MethodNode>, List<Site>> alike = new LinkedHashMap<>();
        open.forEach((site, possible) -> alike.computeIfAbsent(
                        possible.stream().map(LambdaMethod::method).toList(), key -> new ArrayList<>())
                .add(site));
        alike.forEach((possible, group) -> assignInOrder(possible, group, open));
    }

    /** What is one lambda's is no other's. */
    private void assign(Site site, LambdaMethod method, Map<Site, List<LambdaMethod>> open) {
        found.put(site, method);
        open.replaceAll((other, possible) -> possible.stream()
                .filter(left -> left.method() != method.method())
                .toList());
    }

    private List<LambdaMethod> possible(Site site) {
        LambdaShape shape = Objects.requireNonNull(site.lambda());
        return candidates.stream()
                .filter(candidate -> isMadeAs(candidate.method(), shape.function()))
                .map(candidate -> candidate.as(shape, !site.isStatic()))
                .flatMap(Optional::stream)
                .toList();
    }

    private void assignInOrder(List<MethodNode> possible, List<Site> sites, Map<Site, List<LambdaMethod>> open) {
        List<MethodNode> ordered = inOrderOfCreation(possible);
        long expressions = sites.stream()
                .map(site -> Objects.requireNonNull(site.lambda()).expression())
                .distinct()
                .count();
        for (int i = 0; i < sites.size(); i++) {
            Site site = sites.get(i);
            if (ordered.size() == sites.size() && expressions == 1) {
                MethodNode method = ordered.get(i);
                Objects.requireNonNull(open.get(site)).stream()
                        .filter(lambda -> lambda.method() == method)
                        .forEach(lambda -> found.put(site, lambda));
            } else {
                unclear.put(site, possible.isEmpty() ? "none fits" : possible.size() + " fit");
            }
        }
    }

    private boolean isMadeAs(MethodNode method, String function) {
        return functions.getOrDefault(method.name + method.desc, Set.of()).contains(function);
    }

    private static Map<String, Set<String>> functions(ClassNode owner) {
        Map<String, Set<String>> functions = new HashMap<>();
        for (InvokeDynamicInsnNode creation : creations(owner.methods)) {
            if (creation.bsmArgs[1] instanceof Handle handle
                    && handle.getOwner().equals(owner.name)) {
                functions
                        .computeIfAbsent(handle.getName() + handle.getDesc(), key -> new HashSet<>())
                        .add(creation.name);
            }
        }
        return functions;
    }

    /** The methods in the order in which the code makes their lambdas; none if it does not make them in one method. */
    private List<MethodNode> inOrderOfCreation(List<MethodNode> methods) {
        for (MethodNode around : owner.methods) {
            List<MethodNode> made = new ArrayList<>();
            for (InvokeDynamicInsnNode creation : creations(List.of(around))) {
                methods.stream()
                        .filter(method -> isOf(creation, method) && !made.contains(method))
                        .forEach(made::add);
            }
            if (!made.isEmpty()) {
                return made.size() == methods.size() ? made : List.of();
            }
        }
        return List.of();
    }

    private static List<InvokeDynamicInsnNode> creations(List<MethodNode> methods) {
        List<InvokeDynamicInsnNode> creations = new ArrayList<>();
        for (MethodNode method : methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof InvokeDynamicInsnNode dynamic
                        && dynamic.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
                    creations.add(dynamic);
                }
            }
        }
        return creations;
    }

    private boolean isOf(InvokeDynamicInsnNode creation, MethodNode method) {
        return creation.bsmArgs[1] instanceof Handle handle
                && handle.getOwner().equals(owner.name)
                && handle.getName().equals(method.name)
                && handle.getDesc().equals(method.desc);
    }
}
