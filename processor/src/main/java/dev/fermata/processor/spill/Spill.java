package dev.fermata.processor.spill;

import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes every await out of the expression that it stands in.
 *
 * <p>Before: what {@code desugar} leaves. After: every expression is {@code Plain}; the only await is the statement
 * {@link Stmt.Await}. What Java evaluates before an await (JLS 15.7) is evaluated before it, into a temporary.
 */
public final class Spill {
    private final List<Stmt> out;
    private final Operands operands;

    private Spill(List<Stmt> out) {
        this.out = out;
        this.operands = new Operands(out, this::all);
    }

    public static AsyncMethod apply(AsyncMethod method) {
        return method.withBody(block(method.body()));
    }

    private static Stmt.Block block(Stmt stmt) {
        List<Stmt> out = new ArrayList<>();
        new Spill(out).all(stmt instanceof Stmt.Block block ? block.statements() : List.of(stmt));
        return new Stmt.Block(out, stmt.line());
    }

    private void all(List<Stmt> statements) {
        statements.forEach(this::statement);
    }

    private void statement(Stmt stmt) {
        if (stmt instanceof Stmt.Declare declare) {
            declare(declare);
        } else if (stmt instanceof Stmt.Evaluate evaluate) {
            evaluate(evaluate.expr());
        } else if (stmt instanceof Stmt.Block) {
            out.add(block(stmt));
        } else if (stmt instanceof Stmt.Labeled labeled) {
            out.add(new Stmt.Labeled(labeled.label(), block(labeled.body()), labeled.line()));
        } else if (stmt instanceof Stmt.If choice) {
            Expr condition = operands.plain(choice.condition());
            Stmt otherwise = choice.otherwise() == null ? null : block(choice.otherwise());
            out.add(new Stmt.If(condition, block(choice.then()), otherwise, choice.line()));
        } else if (stmt instanceof Stmt.Forever forever) {
            out.add(new Stmt.Forever(block(forever.body()), forever.line()));
        } else if (stmt instanceof Stmt.Dispatch dispatch) {
            List<Stmt.Arm> arms = dispatch.arms().stream()
                    .map(arm -> new Stmt.Arm(arm.label(), block(arm.body())))
                    .toList();
            out.add(new Stmt.Dispatch(block(dispatch.choice()), arms, dispatch.line()));
        } else if (stmt instanceof Stmt.CatchAll attempt) {
            out.add(new Stmt.CatchAll(
                    block(attempt.body()),
                    attempt.failure(),
                    block(attempt.handler()),
                    attempt.hint(),
                    attempt.line()));
        } else if (stmt instanceof Stmt.Handler handler) {
            out.add(new Stmt.Handler(block(handler.body()), handler.line()));
        } else if (stmt instanceof Stmt.Throw failure) {
            out.add(new Stmt.Throw(operands.plain(failure.failure()), failure.line()));
        } else if (stmt instanceof Stmt.Return returned) {
            Expr value = returned.value() == null ? null : operands.plain(returned.value());
            out.add(new Stmt.Return(value, returned.task(), returned.line()));
        } else if (stmt instanceof Stmt.Detour detour) {
            all(detour.before());
            out.add(new Stmt.Break(detour.label(), detour.line()));
        } else if (stmt instanceof Stmt.Plain plain) {
            out.add(new Stmt.Plain(Exits.flat(plain.code()), plain.completes(), plain.introduces()));
        } else {
            out.add(stmt);
        }
    }

    private void declare(Stmt.Declare declare) {
        if (declare.value() instanceof Expr.Await await) {
            await(await, declare.local());
        } else {
            Expr value = declare.value() == null ? null : operands.plain(declare.value());
            out.add(new Stmt.Declare(declare.local(), value, declare.line()));
        }
    }

    private void evaluate(Expr expr) {
        if (expr instanceof Expr.Await await) {
            await(await, null);
            return;
        }
        Assignment assignment = assigned(expr);
        if (assignment != null) {
            await(assignment.value(), assignment.target());
        } else {
            out.add(new Stmt.Evaluate(operands.plain(expr)));
        }
    }

    private void await(Expr.Await await, @Nullable Local target) {
        Expr.Plain task = operands.plain(await.task());
        out.add(new Stmt.Await(target, task.code(), await.type(), await.hint(), await.line(), await.kind()));
    }

    /** {@code x = await(...)} */
    private record Assignment(Local target, Expr.Await value) {}

    private static @Nullable Assignment assigned(Expr expr) {
        if (expr instanceof Expr.Template template
                && template.code().parts().size() == 3
                && template.code().parts().get(0) instanceof Part.Use use
                && use.access() == Part.Access.WRITE
                && template.code().parts().get(1) instanceof Part.Text text
                && text.text().strip().equals("=")
                && template.code().parts().get(2) instanceof Part.Operand operand
                && operand.expr() instanceof Expr.Await await) {
            return new Assignment(use.local(), await);
        }
        return null;
    }
}
