package dev.fermata.processor.live;

import dev.fermata.processor.graph.Block;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Pattern variables that are used in the block that binds them, but after the statement in which they are in scope (JLS 6.3).
 * An expression that was taken apart leaves such: {@code both = o instanceof T t; if (both) { both = t.ready(); }}.
 */
final class PatternScopes {
    private PatternScopes() {}

    /** They must be assigned to a variable of the machine. */
    static Set<Local> left(Block block) {
        Set<Local> bound = new HashSet<>();
        Set<Local> left = new LinkedHashSet<>();
        for (Stmt step : block.steps()) {
            Accesses.of(step).all().stream().filter(bound::contains).forEach(left::add);
            if (!(step instanceof Stmt.Plain plain && plain.introduces())) {
                bound.addAll(boundIn(step));
            }
        }
        Accesses.of(block.exit()).all().stream().filter(bound::contains).forEach(left::add);
        return left;
    }

    private static List<Local> boundIn(Stmt step) {
        return parts(step).stream()
                .filter(part -> part instanceof Part.Use use
                        && use.access() == Part.Access.DECLARE
                        && use.local().kind() == Local.Kind.PATTERN)
                .map(part -> ((Part.Use) part).local())
                .toList();
    }

    private static List<Part> parts(Stmt step) {
        if (step instanceof Stmt.Plain plain) {
            return plain.code().parts();
        }
        Expr value = step instanceof Stmt.Declare declare
                ? declare.value()
                : step instanceof Stmt.Evaluate evaluate ? evaluate.expr() : null;
        return value instanceof Expr.Plain plain ? plain.code().parts() : List.of();
    }
}
