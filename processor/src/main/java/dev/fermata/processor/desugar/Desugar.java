package dev.fermata.processor.desugar;

import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites statements into fewer kinds of statements.
 *
 * <p>Before: any statement that {@code read} makes. After: {@code Plain}, {@code Declare}, {@code Evaluate}, {@code Block},
 * {@code Labeled}, {@code If}, {@code Forever}, {@code Dispatch}, {@code CatchAll}, {@code Handler}, {@code Throw}, and of the
 * leaves {@code Break} (out of a {@code Labeled}), {@code Detour} and, where no {@code finally} lies in between, {@code Return}.
 * Expressions hold no {@code ShortCircuit}, {@code Conditional}, {@code Switch} or {@code Compound}.
 */
public final class Desugar {
    private final Switches switches = new Switches(this);
    private final Expressions expressions = new Expressions(switches);
    private final Tries tries;
    private final Loops loops;

    private Desugar(AsyncMethod method) {
        this.tries = new Tries(this, method.returns(), method.result());
        this.loops = new Loops(this, tries);
    }

    public static AsyncMethod apply(AsyncMethod method) {
        return method.withBody(new Desugar(method).block(method.body(), Scope.METHOD));
    }

    Stmt.Block block(Stmt stmt, Scope scope) {
        if (stmt instanceof Stmt.Block block) {
            return new Stmt.Block(all(block.statements(), scope), block.line());
        }
        return new Stmt.Block(List.of(statement(stmt, scope)), stmt.line());
    }

    List<Stmt> all(List<Stmt> statements, Scope scope) {
        List<Stmt> result = new ArrayList<>();
        for (Stmt stmt : statements) {
            result.add(statement(stmt, scope));
        }
        return result;
    }

    Stmt statement(Stmt stmt, Scope scope) {
        if (stmt instanceof Stmt.Plain plain) {
            return new Stmt.Plain(exits(plain.code(), scope), plain.completes(), plain.introduces());
        } else if (stmt instanceof Stmt.Declare declare) {
            return declare(declare);
        } else if (stmt instanceof Stmt.Evaluate evaluate) {
            return new Stmt.Evaluate(expressions.lower(evaluate.expr()));
        } else if (stmt instanceof Stmt.Block) {
            return block(stmt, scope);
        } else if (stmt instanceof Stmt.Labeled labeled) {
            Label label = new Label("after_" + labeled.label().name());
            Scope inner = new Scope.Target(labeled.label(), label, null, scope);
            return new Stmt.Labeled(label, block(labeled.body(), inner), labeled.line());
        } else if (stmt instanceof Stmt.If choice) {
            Stmt otherwise = choice.otherwise() == null ? null : block(choice.otherwise(), scope);
            return new Stmt.If(
                    expressions.lower(choice.condition()), block(choice.then(), scope), otherwise, choice.line());
        } else if (stmt instanceof Stmt.Loop loop) {
            return loops.loop(loop, scope);
        } else if (stmt instanceof Stmt.ForEach each) {
            return loops.forEach(each, scope);
        } else if (stmt instanceof Stmt.Switch choice) {
            return switches.lower(choice, scope);
        } else if (stmt instanceof Stmt.Assert assertion) {
            return Assertions.lower(assertion, this);
        } else if (stmt instanceof Stmt.Try attempt) {
            return tries.lower(attempt, scope);
        } else if (stmt instanceof Stmt.Throw failure) {
            return new Stmt.Throw(expressions.lower(failure.failure()), failure.line());
        } else if (stmt instanceof Stmt.Leave leave) {
            return leave(leave, scope);
        }
        throw new IllegalStateException("read does not make " + stmt);
    }

    /** {@code T x = switch (...) {...}}: the yields assign x itself. */
    private Stmt declare(Stmt.Declare declare) {
        Local local = declare.local();
        if (declare.value() instanceof Expr.Switch choice && choice.value() == local) {
            Stmt undefined = new Stmt.Declare(local, null, declare.line());
            return new Stmt.Block(List.of(undefined, switches.lower(choice.choice(), Scope.METHOD)), declare.line());
        }
        return new Stmt.Declare(local, optional(declare.value()), declare.line());
    }

    Expr lower(Expr expr) {
        return expressions.lower(expr);
    }

    private @Nullable Expr optional(@Nullable Expr expr) {
        return expr == null ? null : expressions.lower(expr);
    }

    private Stmt.Leave leave(Stmt.Leave leave, Scope scope) {
        if (leave instanceof Stmt.Return returned) {
            return scope.leave(new Stmt.Return(optional(returned.value()), returned.task(), returned.line()));
        }
        if (leave instanceof Stmt.Yield yielded) {
            return yielded(yielded, scope);
        }
        return scope.leave(leave);
    }

    /** The value is taken first, then what lies on the way is passed. */
    private Stmt.Leave yielded(Stmt.Yield yielded, Scope scope) {
        List<Stmt> before = new ArrayList<>();
        before.add(Switches.assign(yielded.target(), expressions.lower(yielded.value())));
        Stmt.Leave way = scope.leave(new Stmt.Break(yielded.label(), yielded.line()));
        if (way instanceof Stmt.Detour detour) {
            before.addAll(detour.before());
            return new Stmt.Detour(before, detour.label(), yielded.line());
        }
        return new Stmt.Detour(before, ((Stmt.Break) way).label(), yielded.line());
    }

    /** The same code with its exits told where they now have to go. */
    private Code exits(Code code, Scope scope) {
        List<Part> parts = new ArrayList<>();
        for (Part part : code.parts()) {
            parts.add(part instanceof Part.Exit exit ? new Part.Exit(leave(exit.leave(), scope)) : part);
        }
        return new Code(parts, code.line());
    }
}
