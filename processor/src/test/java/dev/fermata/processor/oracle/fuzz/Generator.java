package dev.fermata.processor.oracle.fuzz;

import dev.fermata.processor.oracle.fuzz.Production.Hole;
import dev.fermata.processor.oracle.fuzz.Production.Need;
import dev.fermata.processor.oracle.fuzz.Production.Piece;
import dev.fermata.processor.oracle.fuzz.Production.Text;
import dev.fermata.processor.oracle.fuzz.Scope.Local;
import dev.fermata.processor.oracle.fuzz.Scope.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes the statements of one method by the grammar, with names and labels that exist where they are used. */
final class Generator {
    private static final int DEPTH = 5;

    /**
     * What may stand at a place.
     *
     * @param allowed all that productions may need
     * @param captures whether only a local may that can be captured
     */
    private record Mode(Set<Need> allowed, boolean captures) {
        boolean allows(Production production) {
            return allowed.containsAll(production.needs());
        }

        Mode without(Need... forbidden) {
            Set<Need> rest = new HashSet<>(allowed);
            List.of(forbidden).forEach(rest::remove);
            return new Mode(Set.copyOf(rest), captures);
        }

        Mode capturing() {
            return new Mode(allowed, true);
        }

        /** In a body of its own, what is declared there may be named too. */
        Mode declaring() {
            return new Mode(allowed, false);
        }
    }

    private final Random random;
    private final Grammar grammar;
    private final Scope scope;
    private Result result;
    private int size;
    private int traces;
    private int classes;
    /** Whether the place is within a switch expression, which no statement leaves, and how many labels are around that. */
    private boolean enclosed;

    private int outside;

    /**
     * @param result of the method
     * @param size about how many productions it takes
     */
    Generator(Random random, Grammar grammar, Result result, int size) {
        this.random = random;
        this.grammar = grammar;
        this.result = result;
        this.size = size;
        this.scope = new Scope(random);
    }

    /** The statements of a method with these parameters, given as sort and name. */
    Tree body(List<Local> parameters) {
        parameters.forEach(scope::declare);
        Mode mode = new Mode(result.allowed(), false);
        List<Object> statements = new ArrayList<>();
        while (size > 0 || statements.isEmpty()) {
            statements.add(expand("statement", mode, DEPTH));
        }
        Tree end = new Tree("end", List.of("return " + result.end() + "(", value(mode, 2), ");"));
        return new Tree("body", List.of(new Tree(Tree.BLOCK, statements), end));
    }

    private Tree expand(String sort, Mode mode, int depth) {
        size--;
        if (Type.is(sort)) {
            Local local = scope.pick(
                    one -> one.sort().equals(sort) && (one.capturable() || !mode.captures && scope.owns(one)));
            if (local != null && chance(30)) {
                return Tree.of(sort, local.name());
            }
        }
        return fill(sort, production(sort, mode, depth), mode, depth - 1);
    }

    private Production production(String sort, Mode mode, int depth) {
        List<Production> all = grammar.of(sort);
        List<Production> fitting = all.stream().filter(mode::allows).toList();
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

    private Tree fill(String sort, Production production, Mode mode, int depth) {
        List<Object> parts = new ArrayList<>();
        List<Local> names = new ArrayList<>();
        List<Local> passing = new ArrayList<>();
        Set<String> passed = new HashSet<>();
        int targets = scope.targets().size();
        for (Piece piece : production.pieces()) {
            if (piece instanceof Text text) {
                parts.add(text.text());
            } else if (piece instanceof Hole hole) {
                switch (hole.kind()) {
                    case '+', '*', ':', '~', '@' -> parts.add(declare(hole, names, passing));
                    case '.' -> {
                        passing.forEach(local -> passed.add(local.name()));
                        forget(passing, sort);
                    }
                    default -> {
                        if (hole.isBlock()) {
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
        passing.forEach(local -> passed.add(local.name()));
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
        Local local = new Local(
                sort.equals("class") ? "Local" + ++classes : scope.freshName(),
                sort,
                hole.kind() == '+',
                capturable,
                visible);
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
        return switch (hole.kind()) {
            case '>' -> asyncLambda(Result.OBJECT, hole, mode, depth);
            case '<' -> asyncLambda(Result.OBJECT_FUTURE, hole, mode.without(Need.CALL), depth);
            default -> partHere(hole, mode, depth);
        };
    }

    /** What stands in an async lambda: its locals are its own, those around it are captured, and nothing around it is left. */
    private Object asyncLambda(Result ofLambda, Hole hole, Mode mode, int depth) {
        Result around = result;
        boolean enclosedBefore = enclosed;
        int outsideBefore = outside;
        int ownBefore = scope.own(scope.mark());
        result = ofLambda;
        enclosed = false;
        outside = scope.targets().size();
        Object part = partHere(hole, mode.without(Need.EMIT).declaring(), depth);
        scope.own(ownBefore);
        result = around;
        enclosed = enclosedBefore;
        outside = outsideBefore;
        return part;
    }

    private Object partHere(Hole hole, Mode mode, int depth) {
        Mode within = switch (hole.kind()) {
            case '!' -> mode.without(Need.AWAIT, Need.EMIT, Need.THIS).capturing();
            case '-' -> mode.without(Need.AWAIT, Need.EMIT);
            case '?' -> mode.without(Need.ASSIGNMENT).capturing();
            default -> mode;
        };
        return switch (hole.sort()) {
            case "name" -> "\"t" + ++traces + "\"";
            case "small" -> String.valueOf(1 + random.nextInt(9));
            case "loop", "label" -> scope.target(hole.sort().equals("loop")).label();
            case "leave" -> leave(within, depth);
            case "result" -> value(within, depth);
            case "any" -> {
                Type type = Type.PRINTING.get(random.nextInt(Type.PRINTING.size()));
                yield expand(type.sort(), within, depth);
            }
            case "return" -> expand(enclosed ? "throw" : result.production(), within, depth);
            case "block", "statements" -> {
                int mark = scope.mark();
                Tree block = hole.kind() == '|' ? enclosed(within, depth) : block(within, depth);
                if (hole.sort().equals("block")) {
                    scope.leave(mark);
                } else {
                    scope.hide(mark);
                }
                yield block;
            }
            default -> hole.kind() == '=' ? place(hole.sort(), within, depth) : expand(hole.sort(), within, depth);
        };
    }

    private Tree block(Mode mode, int depth) {
        List<Object> statements = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            statements.add(expand("statement", mode, depth));
        }
        return new Tree(Tree.BLOCK, statements);
    }

    private Tree enclosed(Mode mode, int depth) {
        boolean before = enclosed;
        int outsideBefore = outside;
        enclosed = true;
        outside = scope.targets().size();
        Tree block = block(mode, depth);
        enclosed = before;
        outside = outsideBefore;
        return block;
    }

    private Tree place(String sort, Mode mode, int depth) {
        Local local =
                mode.captures ? null : scope.pick(one -> one.sort().equals(sort) && one.assigned() && scope.owns(one));
        if (local != null && (chance(60) || grammar.of("=" + sort).isEmpty())) {
            return Tree.of("=" + sort, local.name());
        }
        return expand("=" + sort, mode, depth);
    }

    private Object leave(Mode mode, int depth) {
        List<Target> targets = scope.targets().subList(outside, scope.targets().size());
        if (targets.isEmpty()) {
            return expand(enclosed ? "throw" : result.production(), mode, depth);
        }
        Target target = targets.get(random.nextInt(targets.size()));
        return (target.loop() && random.nextBoolean() ? "continue " : "break ") + target.label() + ";";
    }

    private Object value(Mode mode, int depth) {
        if (result == Result.SEQUENCE) {
            return "";
        }
        return result.isObject()
                ? new Tree("result", List.of("(Object) (", part(new Hole(' ', "any"), mode, depth), ")"))
                : new Tree("result", List.of("0 + ", expand("int", mode, depth)));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
