package dev.fermata.processor.desugar;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Part.Access;
import dev.fermata.processor.ir.Part.Text;
import dev.fermata.processor.ir.Part.Use;
import dev.fermata.processor.ir.Returns;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code try} in all its forms, as {@code CatchAll}. */
final class Tries {
    private static final ClassName THROWABLE = ClassName.get(Throwable.class);
    private static final ClassName SCOPE = ClassName.get("dev.fermata", "TaskScope");

    private final Desugar desugar;
    private final Returns returns;
    private final TypeName result;

    Tries(Desugar desugar, Returns returns, TypeName result) {
        this.desugar = desugar;
        this.returns = returns;
        this.result = result;
    }

    Stmt lower(Stmt.Try attempt, Scope scope) {
        Stmt.Block last = attempt.finallyBlock();
        return last == null
                ? caught(attempt, scope)
                : guarded(
                        attempt.line(),
                        scope,
                        inner -> caught(attempt, inner),
                        failure -> desugar.all(last.statements(), scope));
    }

    /**
     * The catch clauses, tried in order; what none of them takes goes on.
     *
     * <pre>catchAll { body } (failure) { if (failure instanceof A) { A a = (A) failure; ... } else throw failure }</pre>
     */
    private Stmt caught(Stmt.Try attempt, Scope scope) {
        if (attempt.catches().isEmpty()) {
            return withResources(attempt.resources(), attempt.body(), scope);
        }
        int line = attempt.line();
        Local failure = Local.temporary("failure", THROWABLE);
        Stmt handler = new Stmt.Throw(read(failure, line), line);
        for (int i = attempt.catches().size() - 1; i >= 0; i--) {
            handler = clause(attempt.catches().get(i), failure, handler, scope);
        }
        Stmt.Block body = block(withResources(attempt.resources(), attempt.body(), scope));
        return new Stmt.CatchAll(body, failure, block(handler), "try", line);
    }

    private Stmt clause(Stmt.Catch clause, Local failure, Stmt otherwise, Scope scope) {
        int line = clause.line();
        List<Stmt> body = new ArrayList<>();
        Local parameter = clause.parameter();
        Code cast = Code.of(
                line, new Text("("), new Part.Type(parameter.type()), new Text(") "), new Use(failure, Access.READ));
        boolean any = clause.types().contains(THROWABLE);
        Expr value = any ? read(failure, line) : new Expr.Plain(cast, parameter.type(), false);
        body.add(new Stmt.Declare(parameter, value, line));
        body.addAll(handler(desugar.all(clause.body().statements(), scope), line));
        Stmt.Block block = new Stmt.Block(body, line);
        return any ? block : new Stmt.If(isOneOf(clause, failure), block, block(otherwise), line);
    }

    private static Expr isOneOf(Stmt.Catch clause, Local failure) {
        List<Part> parts = new ArrayList<>();
        for (TypeName type : clause.types()) {
            if (!parts.isEmpty()) {
                parts.add(new Text(" || "));
            }
            parts.add(new Use(failure, Access.READ));
            parts.add(new Text(" instanceof "));
            parts.add(new Part.Type(type));
        }
        return new Expr.Plain(new Code(parts, clause.line()), TypeName.BOOLEAN, false);
    }

    /**
     * Something that runs however the protected part ends (JLS 14.20.2). How it ended is kept meanwhile, in {@code failure}
     * and {@code exit}; if the {@code finally} itself leaves, that is forgotten. Both are assigned where the part ends and
     * not where it begins, so that no await within it has to save them.
     *
     * <pre>
     * finally: catchAll { body; failure = null; exit = 0 } (failure) { exit = 0 }   // leaves inside: failure = null; exit = n
     * last
     * if (failure != null) throw failure
     * if (exit == n) leave
     * </pre>
     */
    private Stmt guarded(int line, Scope scope, Function<Scope, Stmt> body, Function<Local, List<Stmt>> last) {
        Local failure = Local.temporary("failure", THROWABLE);
        Pending pending = new Pending(returns, result, failure);
        List<Stmt> part = new ArrayList<>(
                block(body.apply(new Scope.Guarded(pending, scope))).statements());
        part.add(pending.noFailure(line));
        part.addAll(pending.noLeave(line));
        Stmt.Block handler = new Stmt.Block(pending.noLeave(line), line);
        Stmt.CatchAll attempt = new Stmt.CatchAll(new Stmt.Block(part, line), failure, handler, "try", line);
        List<Stmt> all = new ArrayList<>();
        all.add(new Stmt.Labeled(pending.label, block(attempt), line));
        all.addAll(handler(last.apply(failure), line));
        Stmt.Throw again = new Stmt.Throw(read(failure, line), line);
        all.add(new Stmt.If(isPresent(failure, line), block(again), null, line));
        all.addAll(pending.after(scope, line));
        return new Stmt.Block(all, line);
    }

    /**
     * The resources, opened from first to last and closed from last to first (JLS 14.20.3). A failure to close is
     * suppressed by the body's failure; if there is none, it overrides how the body ended.
     */
    private Stmt withResources(List<Stmt.Resource> resources, Stmt.Block body, Scope scope) {
        if (resources.isEmpty()) {
            return desugar.block(body, scope);
        }
        Stmt.Resource first = resources.get(0);
        List<Stmt.Resource> rest = resources.subList(1, resources.size());
        Local existing = existing(first.value());
        Local resource = existing == null ? first.local() : existing;
        Stmt use = guarded(
                first.line(),
                scope,
                inner -> withResources(rest, body, inner),
                failure -> List.of(close(resource, first, failure)));
        List<Stmt> all = new ArrayList<>();
        if (existing == null) {
            all.add(new Stmt.Declare(resource, desugar.lower(first.value()), first.line()));
        }
        if (isScope(resource)) {
            all.add(new Stmt.Enter(resource, first.line()));
        }
        all.add(use);
        return new Stmt.Block(all, first.line());
    }

    private static boolean isScope(Local resource) {
        return resource.type() instanceof ParameterizedTypeName type
                        && type.rawType().equals(SCOPE)
                || resource.type().equals(SCOPE);
    }

    /** The variable that a resource names, if it names one that stays as it is. */
    private static @Nullable Local existing(Expr value) {
        return value instanceof Expr.Plain plain
                        && plain.stable()
                        && plain.code().parts().size() == 1
                        && plain.code().parts().get(0) instanceof Use use
                ? use.local()
                : null;
    }

    /** The same for what a loop over a sequence goes through it by, which is never null. */
    Stmt closing(Local iterator, int line, Scope scope, Function<Scope, Stmt> body) {
        return guarded(
                line, scope, body, failure -> List.of(close(block(closed(iterator, true, line)), failure, line)));
    }

    private Stmt close(Local local, Stmt.Resource resource, Local failure) {
        int line = resource.line();
        Stmt closed = isScope(local) ? closedAfter(local, failure, line) : closed(local, resource.async(), line);
        Stmt.Block body = block(new Stmt.If(isPresent(local, line), block(closed), null, line));
        return isScope(local) ? closeScope(body, failure, line) : close(body, failure, line);
    }

    private static Stmt closed(Local local, boolean async, int line) {
        Code call = Code.of(line, new Use(local, Access.READ), new Text(async ? ".closeAsync()" : ".close()"));
        return async ? awaited(call, line) : new Stmt.Evaluate(new Expr.Plain(call, TypeName.VOID, false));
    }

    private static Stmt close(Stmt.Block body, Local failure, int line) {
        Local second = Local.temporary("closeFailure", THROWABLE);
        return new Stmt.CatchAll(
                body, second, block(new Stmt.Plain(suppress(failure, second, line), true)), "close", line);
    }

    private static Stmt closedAfter(Local scope, Local failure, int line) {
        Code call = Code.of(
                line,
                new Use(scope, Access.READ),
                new Text(".closeAfter("),
                new Use(failure, Access.READ),
                new Text(")"));
        return awaited(call, line);
    }

    /** A scope knows what has failed first. */
    private static Stmt closeScope(Stmt.Block body, Local failure, int line) {
        Local second = Local.temporary("closeFailure", THROWABLE);
        Expr first = new Expr.Template(Code.assign(failure, read(second, line), line), THROWABLE);
        return new Stmt.CatchAll(body, second, block(new Stmt.Evaluate(first)), "close", line);
    }

    private static Stmt awaited(Code closing, int line) {
        Expr task = new Expr.Plain(closing, Pending.VOID_TASK, false);
        return new Stmt.Evaluate(new Expr.Await(task, Pending.VOID, "close", line));
    }

    private static Code suppress(Local failure, Local second, int line) {
        return Code.of(
                line,
                new Text("if ("),
                new Use(failure, Access.READ),
                new Text(" == null) "),
                new Use(failure, Access.UPDATE),
                new Text(" = "),
                new Use(second, Access.READ),
                new Text("; else "),
                new Use(failure, Access.READ),
                new Text(".addSuppressed("),
                new Use(second, Access.READ),
                new Text(");"));
    }

    /** Statements that may await even where the call was cancelled: nothing, if there are none. */
    private static List<Stmt> handler(List<Stmt> statements, int line) {
        return statements.isEmpty() ? List.of() : List.of(new Stmt.Handler(new Stmt.Block(statements, line), line));
    }

    private static Expr isPresent(Local local, int line) {
        return new Expr.Plain(
                Code.of(line, new Use(local, Access.READ), new Text(" != null")), TypeName.BOOLEAN, false);
    }

    private static Expr read(Local local, int line) {
        return new Expr.Plain(Code.read(local, line), local.type(), false);
    }

    private static Stmt.Block block(Stmt stmt) {
        return stmt instanceof Stmt.Block block ? block : new Stmt.Block(List.of(stmt), stmt.line());
    }
}
