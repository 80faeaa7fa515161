package dev.fermata.processor.oracle.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The locals and labels that can be named at one place of a random program. */
final class Scope {
    /** Few, so that sibling scopes share them, with other types. Some are names that a state machine may use itself. */
    private static final List<String> NAMES = List.of(
            "a", "b", "c", "d", "e", "f", "g", "h", "k", "x", "y", "z", "state", "self", "awaited", "next", "frame",
            "failure");

    private final Random random;
    private final List<Local> locals = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    Scope(Random random) {
        this.random = random;
    }

    /** @param free whether the program may assign it; otherwise it is effectively final, or counts a loop */
    record Local(String name, Type type, boolean free, boolean capturable) {}

    /** A labelled statement that encloses the place. */
    record Target(String label, boolean loop) {}

    /** How much is declared, for {@link #leave}. */
    int enter() {
        return locals.size();
    }

    void leave(int mark) {
        locals.subList(mark, locals.size()).clear();
    }

    void enter(Target target) {
        targets.add(target);
    }

    void leaveTarget() {
        targets.remove(targets.size() - 1);
    }

    List<Target> targets() {
        return targets;
    }

    /** A name that is free at this place. */
    String freshName() {
        List<String> free = NAMES.stream()
                .filter(name -> locals.stream().noneMatch(local -> local.name().equals(name)))
                .toList();
        if (free.isEmpty()) {
            return IntStream.iterate(1, n -> n + 1)
                    .mapToObj(n -> "v" + n)
                    .filter(name ->
                            locals.stream().noneMatch(local -> local.name().equals(name)))
                    .findFirst()
                    .orElseThrow();
        }
        return free.get(random.nextInt(free.size()));
    }

    void declare(Local local) {
        locals.add(local);
    }

    /** A random local, or null if there is none such. */
    Local pick(Predicate<Local> wanted) {
        List<Local> fitting = locals.stream().filter(wanted).toList();
        return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
    }
}
