package dev.fermata.processor.graph;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Part.Text;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a small {@code if} without an await back into code, so that it needs no states of its own. */
final class Fold {
    private Fold() {}

    /** The statement as code, or null if it must be cut into blocks. */
    static Stmt.@Nullable Plain plain(Stmt.If choice) {
        Code condition = ((Expr.Plain) choice.condition()).code();
        List<Part> parts = new ArrayList<>();
        parts.add(new Text("if ("));
        parts.addAll(condition.parts());
        parts.add(new Text(") "));
        if (!body(choice.then(), parts)) {
            return null;
        }
        Stmt otherwise = choice.otherwise();
        if (otherwise != null) {
            parts.add(new Text(" else "));
            if (!body(otherwise, parts)) {
                return null;
            }
        }
        boolean leaves = !completes(choice.then());
        boolean otherwiseLeaves = otherwise != null && !completes(otherwise);
        return new Stmt.Plain(new Code(parts, choice.line()), !(leaves && otherwiseLeaves), leaves || otherwiseLeaves);
    }

    /** {@code if (c) a else leave} as {@code if (!c) leave}, after which {@code a} follows; null if its else does not leave. */
    static Stmt.@Nullable If guard(Stmt.If choice) {
        Stmt otherwise = choice.otherwise();
        if (otherwise == null || otherwise instanceof Stmt.Break || completes(otherwise)) {
            return null;
        }
        if (!body(otherwise, new ArrayList<>())) {
            return null;
        }
        Expr.Plain condition = (Expr.Plain) choice.condition();
        Code negated = Negation.of(condition.code());
        return new Stmt.If(new Expr.Plain(negated, condition.type(), false), otherwise, null, choice.line());
    }

    /** One statement in braces, or a jump. */
    private static boolean body(Stmt stmt, List<Part> parts) {
        Stmt inner = only(stmt);
        if (inner instanceof Stmt.Break || inner instanceof Stmt.Detour || inner instanceof Stmt.Return) {
            parts.add(new Part.Exit((Stmt.Leave) inner));
        } else if (inner instanceof Stmt.Throw failure) {
            enclosed("throw ", code(failure.failure()), parts);
        } else if (inner instanceof Stmt.Evaluate evaluate) {
            enclosed("", code(evaluate.expr()), parts);
        } else if (inner instanceof Stmt.Block block && block.statements().isEmpty()) {
            parts.add(new Text("{}"));
        } else {
            return false;
        }
        return true;
    }

    private static void enclosed(String keyword, Code code, List<Part> parts) {
        parts.add(new Text("{ " + keyword));
        parts.addAll(code.parts());
        parts.add(new Text("; }"));
    }

    private static Code code(Expr expr) {
        return ((Expr.Plain) expr).code();
    }

    private static boolean completes(Stmt stmt) {
        return only(stmt) instanceof Stmt.Evaluate || only(stmt) instanceof Stmt.Block;
    }

    /** What a block of one statement comes to. */
    static Stmt only(Stmt stmt) {
        Stmt inner = stmt;
        while (inner instanceof Stmt.Block block && block.statements().size() == 1) {
            inner = block.statements().get(0);
        }
        return inner;
    }
}
