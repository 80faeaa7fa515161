package dev.fermata.processor.emit;

import static java.util.Objects.requireNonNull;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.ir.Local;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names in the generated class. Locals that our statements declare are unique in it and keep the user's names where
 * they can, as are pattern variables that are in scope behind the text that binds them; locals within the user's own text
 * only give way to those. None is that of a class that the method mentions: where a name may be a variable's and a class's,
 * it is the variable's (JLS 6.4.2).
 */
final class Names {
    /** What the generated method calls its own variables, and the field of {@code Frame} that it reads. */
    private static final Set<String> RESERVED = Set.of("frame", "state", "awaited", "awaits", "thrown");

    private final Map<Local, String> locals = new HashMap<>();
    private final Map<Block, String> states = new HashMap<>();
    private final Set<String> taken = new HashSet<>(RESERVED);

    Names(Graph graph, Set<Local> used, Set<Local> withinText, Iterable<Block> numbered) {
        graph.method()
                .mentioned()
                .forEach(type -> taken.add(type.getSimpleName().toString()));
        Set<Local> ours = new LinkedHashSet<>();
        if (graph.method().self() != null) {
            ours.add(graph.method().self());
        }
        ours.addAll(graph.method().parameters());
        used.stream().filter(local -> local.kind() != Local.Kind.TEMPORARY).forEach(ours::add);
        ours.removeAll(withinText);
        ours.forEach(local -> locals.put(local, unique(local.name())));
        Set<String> users = new HashSet<>();
        graph.method().locals().forEach(local -> users.add(local.name()));
        withinText.forEach(local -> {
            String name = taken.contains(local.name()) ? free(local.name(), users) : local.name();
            locals.put(local, name);
            users.add(name);
        });
        taken.addAll(users);
        used.stream()
                .filter(local -> local.kind() == Local.Kind.TEMPORARY)
                .forEach(local -> locals.put(local, unique(local.name())));
        Set<String> constants = new HashSet<>();
        for (Block block : numbered) {
            states.put(block, state(block, constants));
        }
    }

    String of(Local local) {
        String name = locals.get(local);
        return name == null ? local.name() : name;
    }

    /** The constant of a block's state. */
    String of(Block block) {
        return requireNonNull(states.get(block), () -> "no state: " + block);
    }

    /** A name like this one that is not used yet. */
    String unique(String like) {
        String name = free(like, Set.of());
        taken.add(name);
        return name;
    }

    private String free(String like, Set<String> others) {
        String name = like;
        for (int i = 2; taken.contains(name) || others.contains(name); i++) {
            name = like + i;
        }
        return name;
    }

    private String state(Block block, Set<String> constants) {
        String like = block.hint()
                .replaceAll("([\\p{Ll}0-9])(\\p{Lu})", "$1_$2")
                .replaceAll("\\P{javaJavaIdentifierPart}", "_")
                .toUpperCase(Locale.ROOT);
        String name = like.equals("_") ? "STATE" : like;
        for (int i = 2; taken.contains(name) || !constants.add(name); i++) {
            name = like + "_" + i;
        }
        return name;
    }
}
