package dev.fermata.processor.oracle.fuzz;

import dev.fermata.processor.oracle.fuzz.Production.Hole;
import dev.fermata.processor.oracle.fuzz.Production.Piece;
import dev.fermata.processor.oracle.fuzz.Production.Text;
import dev.fermata.processor.oracle.fuzz.Scope.Local;
import dev.fermata.processor.oracle.fuzz.Scope.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes the statements of one method by the grammar, with names and labels that exist where they are used. */
final class Generator {
    private static final int DEPTH = 5;

    /** What may stand at a place. */
    private enum Mode {
        BODY,
        /** No await. */
        PLAIN,
        /** No await, no {@code this}, no local but what may be captured. */
        LAMBDA
    }

    private final Random random;
    private final Grammar grammar;
    private final boolean main;
    private final Scope scope;
    private int size;
    private int traces;

    /**
     * @param main whether its value may be of any type and it may call {@code helper}, or it is {@code helper}
     * @param size about how many productions it takes
     */
    Generator(Random random, Grammar grammar, boolean main, int size) {
        this.random = random;
        this.grammar = grammar;
        this.main = main;
        this.size = size;
        this.scope = new Scope(random);
    }

    /** The statements of a method with these parameters, given as sort and name. */
    Tree body(List<Local> parameters) {
        parameters.forEach(scope::declare);
        List<Object> statements = new ArrayList<>();
        while (size > 0 || statements.isEmpty()) {
            statements.add(expand("statement", Mode.BODY, DEPTH));
        }
        Tree end = new Tree("end", List.of("return done(", result(Mode.BODY, 2), ");"));
        return new Tree("body", List.of(new Tree(Tree.BLOCK, statements), end));
    }

    private Tree expand(String sort, Mode mode, int depth) {
        size--;
        if (Type.is(sort)) {
            Local local = scope.pick(one -> one.sort().equals(sort) && (mode != Mode.LAMBDA || one.capturable()));
            if (local != null && chance(30)) {
                return Tree.of(sort, local.name());
            }
        }
        return fill(sort, production(sort, mode, depth), mode, depth - 1);
    }

    private Production production(String sort, Mode mode, int depth) {
        List<Production> all = grammar.of(sort);
        List<Production> fitting = all.stream().filter(one -> fits(one, mode)).toList();
        int least = fitting.stream().mapToInt(Production::height).min().orElseThrow();
        int most = Math.max(least, Math.min(depth, size));
        List<Production> choice =
                fitting.stream().filter(one -> one.height() <= most).toList();
        int pick = random.nextInt(choice.stream().mapToInt(Production::weight).sum());
        for (Production one : choice) {
            pick -= one.weight();
            if (pick < 0) {
                return one;
            }
        }
        throw new AssertionError(sort);
    }

    private boolean fits(Production production, Mode mode) {
        return (mode == Mode.BODY || !production.awaits())
                && (mode != Mode.LAMBDA || !production.outer())
                && (main || !production.calls());
    }

    private Tree fill(String sort, Production production, Mode mode, int depth) {
        List<Object> parts = new ArrayList<>();
        List<Local> names = new ArrayList<>();
        List<Local> passing = new ArrayList<>();
        int targets = scope.targets().size();
        for (Piece piece : production.pieces()) {
            if (piece instanceof Text text) {
                parts.add(text.text());
            } else if (piece instanceof Hole hole) {
                switch (hole.kind()) {
                    case '+', '*', ':', '~', '@' -> parts.add(declare(hole, names, passing));
                    case '.' -> forget(passing, sort);
                    default -> {
                        if (hole.sort().equals("block")) {
                            List<Local> hidden = passing.stream()
                                    .filter(local -> !local.visible())
                                    .toList();
                            hidden.forEach(local -> passing.set(passing.indexOf(local), reveal(local)));
                        }
                        parts.add(
                                Character.isDigit(hole.sort().charAt(0))
                                        ? names.get(hole.sort().charAt(0) - '1').name()
                                        : part(hole, mode, depth));
                    }
                }
            }
        }
        List<String> passed = passing.stream().map(Local::name).toList();
        forget(passing, sort);
        scope.targets().subList(targets, scope.targets().size()).clear();
        for (Local name : names) {
            if (!name.visible() && !passed.contains(name.name())) {
                reveal(name);
            }
        }
        return new Tree(sort, parts);
    }

    private Local reveal(Local hidden) {
        scope.remove(hidden.name());
        Local visible = new Local(hidden.name(), hidden.sort(), hidden.assigned(), hidden.capturable(), true);
        scope.declare(visible);
        return visible;
    }

    private String declare(Hole hole, List<Local> names, List<Local> passing) {
        boolean capturable = hole.kind() == '*' || hole.sort().equals("capturable");
        String sort = hole.sort().equals("capturable") ? "int" : hole.sort();
        boolean visible = hole.kind() == ':' || hole.kind() == '~';
        Local local = new Local(scope.freshName(), sort, hole.kind() == '+', capturable, visible);
        scope.declare(local);
        names.add(local);
        if (hole.kind() == ':' || hole.kind() == '@') {
            passing.add(local);
        }
        return local.name();
    }

    /** A pattern variable of a condition keeps its name: Java may see it in the statement that the condition is of. */
    private void forget(List<Local> passing, String sort) {
        for (Local local : passing) {
            scope.remove(local.name());
            if (Type.is(sort)) {
                scope.declare(new Local(local.name(), local.sort(), false, false, false));
            }
        }
        passing.clear();
    }

    private Object part(Hole hole, Mode mode, int depth) {
        Mode within = hole.kind() == '!' ? Mode.LAMBDA : hole.kind() == '-' ? Mode.PLAIN : mode;
        return switch (hole.sort()) {
            case "name" -> "\"t" + ++traces + "\"";
            case "small" -> String.valueOf(1 + random.nextInt(9));
            case "loop", "label" -> scope.target(hole.sort().equals("loop")).label();
            case "leave" -> leave(within, depth);
            case "result" -> result(within, depth);
            case "any" -> {
                Type type = Type.PRINTING.get(random.nextInt(Type.PRINTING.size()));
                yield expand(type.sort(), within, depth);
            }
            case "block" -> block(within, depth);
            default -> hole.kind() == '=' ? place(hole.sort(), within, depth) : expand(hole.sort(), within, depth);
        };
    }

    private Tree block(Mode mode, int depth) {
        int mark = scope.enter();
        List<Object> statements = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            statements.add(expand("statement", mode, depth));
        }
        scope.leave(mark);
        return new Tree(Tree.BLOCK, statements);
    }

    private Tree place(String sort, Mode mode, int depth) {
        Local local = mode == Mode.LAMBDA ? null : scope.pick(one -> one.sort().equals(sort) && one.assigned());
        if (local != null && (chance(60) || grammar.of("=" + sort).isEmpty())) {
            return Tree.of("=" + sort, local.name());
        }
        return expand("=" + sort, mode, depth);
    }

    private Object leave(Mode mode, int depth) {
        if (scope.targets().isEmpty()) {
            return expand("return", mode, depth);
        }
        Target target = scope.targets().get(random.nextInt(scope.targets().size()));
        return (target.loop() && random.nextBoolean() ? "continue " : "break ") + target.label() + ";";
    }

    private Object result(Mode mode, int depth) {
        return main
                ? new Tree("result", List.of("(Object) (", part(new Hole(' ', "any"), mode, depth), ")"))
                : new Tree("result", List.of("0 + ", expand("int", mode, depth)));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
