package dev.fermata.processor.spill;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the operands of one expression in order.
 *
 * <pre>{@code f(a(), await(b()), c())   ->   held = a(); b = await b(); f(held, b, c())}</pre>
 */
final class Operands {
    private final List<Stmt> out;
    private final Consumer<List<Stmt>> statements;

    /** @param statements what spills the statements of a {@code Sequence} into {@code out} */
    Operands(List<Stmt> out, Consumer<List<Stmt>> statements) {
        this.out = out;
        this.statements = statements;
    }

    /** The expression without awaits; what must come before it has been put out. */
    Expr.Plain plain(Expr expr) {
        if (expr instanceof Expr.Plain plain) {
            return plain;
        } else if (expr instanceof Expr.Await await) {
            return awaited(await);
        } else if (expr instanceof Expr.Sequence sequence) {
            statements.accept(sequence.before());
            return plain(sequence.value());
        } else if (expr instanceof Expr.Template template) {
            return template(template);
        }
        throw new IllegalStateException("desugar leaves no " + expr);
    }

    private Expr.Plain awaited(Expr.Await await) {
        Expr.Plain task = plain(await.task());
        Local value = Local.temporary(await.hint(), await.type());
        out.add(new Stmt.Await(value, task.code(), await.type(), await.hint(), await.line(), await.kind()));
        return new Expr.Plain(Code.read(value, await.line()), await.type(), true);
    }

    /** Everything to the left of the last operand that suspends is held; that operand and what follows stay in place. */
    private Expr.Plain template(Expr.Template template) {
        int last = lastThatSuspends(template.code());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < template.code().parts().size(); i++) {
            Part part = template.code().parts().get(i);
            if (part instanceof Part.Operand operand) {
                Expr.Plain value = plain(operand.expr());
                Code code = i < last && !value.stable() ? held(value) : value.code();
                parts.add(new Part.At(code.line()));
                parts.addAll(code.parts());
            } else {
                parts.add(part);
            }
        }
        return new Expr.Plain(new Code(parts, template.line()), template.type(), false);
    }

    private Code held(Expr.Plain value) {
        Local held = Local.temporary("held", value.type());
        Stmt.Await await = justAwaited(value.code());
        if (await != null) {
            out.set(
                    out.size() - 1,
                    new Stmt.Await(held, await.task(), await.type(), await.hint(), await.line(), await.kind()));
        } else {
            out.add(new Stmt.Declare(held, value, value.line()));
        }
        return Code.read(held, value.line());
    }

    /** The last statement, if it is the await of which this code reads the value: it may as well give it to another local. */
    private Stmt.@Nullable Await justAwaited(Code code) {
        Stmt last = out.isEmpty() ? null : out.get(out.size() - 1);
        List<Part> parts =
                code.parts().stream().filter(part -> !(part instanceof Part.At)).toList();
        return last instanceof Stmt.Await await
                        && parts.size() == 1
                        && parts.get(0) instanceof Part.Use use
                        && use.local() == await.target()
                        && use.local().kind() == Local.Kind.TEMPORARY
                ? await
                : null;
    }

    private static int lastThatSuspends(Code code) {
        for (int i = code.parts().size() - 1; i >= 0; i--) {
            if (code.parts().get(i) instanceof Part.Operand operand && !(operand.expr() instanceof Expr.Plain)) {
                return i;
            }
        }
        return -1;
    }
}
