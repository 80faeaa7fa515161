package dev.fermata.processor.oracle.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** The locals and labels that can be named at one place of a random program. */
final class Scope {
    /** Few, so that sibling scopes share them, with other types. Some are names that a state machine may use itself. */
    private static final List<String> NAMES = List.of(
            "a", "b", "c", "d", "e", "f", "g", "h", "k", "x", "y", "z", "state", "self", "awaited", "next", "frame",
            "failure", "machine", "thrown", "resume", "début", "$", "_1", "held", "RESUME");

    private final Random random;
    private final List<Local> locals = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private int own;
    private int labels;
    private int numbered;

    Scope(Random random) {
        this.random = random;
    }

    /**
     * @param assigned whether the program may assign it
     * @param capturable whether it is effectively final
     * @param visible whether it is declared yet
     */
    record Local(String name, String sort, boolean assigned, boolean capturable, boolean visible) {}

    /** A labelled statement that encloses the place. */
    record Target(String label, boolean loop) {}

    /** How much is declared, for {@link #leave} and {@link #hide}. */
    int mark() {
        return locals.size();
    }

    void leave(int mark) {
        locals.subList(mark, locals.size()).clear();
    }

    /**
     * Only what is declared since then can be named without being captured.
     *
     * @return since when it was before
     */
    int own(int mark) {
        int before = own;
        own = mark;
        return before;
    }

    /** Whether it can be named without being captured. */
    boolean owns(Local local) {
        return locals.lastIndexOf(local) >= own;
    }

    /** What is declared since then cannot be named any more, and its names are not free yet. */
    void hide(int mark) {
        locals.subList(mark, locals.size())
                .replaceAll(one -> new Local(one.name(), one.sort(), one.assigned(), one.capturable(), false));
    }

    Target target(boolean loop) {
        Target target = new Target((loop ? "loop" : "block") + ++labels, loop);
        targets.add(target);
        return target;
    }

    List<Target> targets() {
        return targets;
    }

    /** A name that no local has here. */
    String freshName() {
        List<String> free = NAMES.stream().filter(this::isFree).toList();
        return free.isEmpty() ? "v" + ++numbered : free.get(random.nextInt(free.size()));
    }

    private boolean isFree(String name) {
        return locals.stream().noneMatch(local -> local.name().equals(name));
    }

    void declare(Local local) {
        locals.add(local);
    }

    /** Takes a local out, and says what it was. */
    Local remove(String name) {
        for (int i = locals.size() - 1; i >= 0; i--) {
            if (locals.get(i).name().equals(name)) {
                return locals.remove(i);
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** A random local, or null if there is none such. */
    Local pick(Predicate<Local> wanted) {
        List<Local> fitting =
                locals.stream().filter(Local::visible).filter(wanted).toList();
        return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
    }
}
