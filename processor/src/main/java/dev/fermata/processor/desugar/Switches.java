package dev.fermata.processor.desugar;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code switch} with awaits in its cases, as a {@code Dispatch}: an await-free switch with the user's own labels, which
 * jumps, and the bodies as arms. A body of one await-free statement stays where it is.
 *
 * <pre>
 * switch (s) {                          after: dispatch {
 *     case A -> quick();                    switch (s) { case A -> quick(); case T t2 -> { t = t2; break case_T } }
 *     case T t -> await(t.slow());   ->     break after
 * }                                         case_T: await(t.slow()); break after
 *                                       }
 * </pre>
 *
 * A guard that awaits ends its dispatch and is an arm of its own. If it fails, or nothing up to its case matches, a dispatch
 * over the cases after it follows.
 */
final class Switches {
    private final Desugar desugar;

    Switches(Desugar desugar) {
        this.desugar = desugar;
    }

    Stmt lower(Stmt.Switch choice, Scope scope) {
        int line = choice.line();
        Label after = new Label("after_switch");
        List<Stmt> all = new ArrayList<>();
        DispatchCode code = new DispatchCode(desugar, choice, selector(choice, all), scope(choice, after, scope));
        List<Stmt> first = new ArrayList<>(code.from(0));
        first.add(new Stmt.Break(after, line));
        Stmt dispatch = new Stmt.Dispatch(new Stmt.Block(first, line), arms(choice, code, after, scope), line);
        all.add(new Stmt.Labeled(after, new Stmt.Block(List.of(dispatch), line), line));
        return new Stmt.Block(all, line);
    }

    private static Scope scope(Stmt.Switch choice, Label after, Scope outer) {
        return new Scope.Target(choice.label(), after, null, outer);
    }

    /** The selector's code; it is held if need be. */
    private Code selector(Stmt.Switch choice, List<Stmt> before) {
        Expr selector = desugar.lower(choice.selector());
        if (selector instanceof Expr.Plain plain && (plain.stable() || !choice.hold())) {
            return plain.code();
        }
        Local held = Local.temporary("selector", selector.type());
        before.add(new Stmt.Declare(held, selector, choice.line()));
        return Code.read(held, choice.line());
    }

    /** The bodies, each after its guard. Where bodies fall through, no guard may stand between: they all come first. */
    private List<Stmt.Arm> arms(Stmt.Switch choice, DispatchCode code, Label after, Scope outer) {
        Scope scope = scope(choice, after, outer);
        List<Stmt.Arm> guards = new ArrayList<>();
        List<Stmt.Arm> arms = new ArrayList<>();
        for (int i = 0; i < choice.cases().size(); i++) {
            Stmt.Case one = choice.cases().get(i);
            if (one.guard() != null) {
                (one.rule() ? arms : guards).addAll(guard(one.guard(), i, code, after));
            }
            if (!code.isInPlace(one)) {
                List<Stmt> body = new ArrayList<>(desugar.all(one.body(), scope));
                if (one.rule()) {
                    body.add(new Stmt.Break(after, one.line()));
                }
                arms.add(new Stmt.Arm(code.body(i), new Stmt.Block(body, one.line())));
            }
        }
        guards.addAll(arms);
        return guards;
    }

    /** The guard, then what is tried next. */
    private List<Stmt.Arm> guard(Expr guard, int index, DispatchCode code, Label after) {
        int line = guard.line();
        Stmt taken = new Stmt.Block(List.of(new Stmt.Break(code.body(index), line)), line);
        Stmt test = new Stmt.If(desugar.lower(guard), taken, null, line);
        List<Stmt> next = new ArrayList<>(code.from(index + 1));
        next.add(new Stmt.Break(after, line));
        return List.of(
                new Stmt.Arm(code.guard(index), new Stmt.Block(List.of(test), line)),
                new Stmt.Arm(code.next(index), new Stmt.Block(next, line)));
    }

    static Stmt assign(Local local, Expr value) {
        return new Stmt.Evaluate(new Expr.Template(Code.assign(local, value, value.line()), local.type()));
    }

    static Stmt assign(Local local, Local value, int line) {
        Code read = Code.read(value, line);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Use(local, Part.Access.WRITE));
        parts.add(new Part.Text(" = "));
        parts.addAll(read.parts());
        return new Stmt.Evaluate(new Expr.Plain(new Code(parts, line), local.type(), false));
    }
}
