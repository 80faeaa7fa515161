package dev.fermata.processor.desugar;

import com.palantir.javapoet.TypeName;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Part.Access;
import dev.fermata.processor.ir.Part.Text;
import dev.fermata.processor.ir.Part.Use;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Expressions that do not evaluate each operand once and in order, as a {@code Sequence} of statements before a value. */
final class Expressions {
    private final Switches switches;

    Expressions(Switches switches) {
        this.switches = switches;
    }

    Expr lower(Expr expr) {
        if (expr instanceof Expr.Await await) {
            return new Expr.Await(lower(await.task()), await.type(), await.hint(), await.line(), await.kind());
        } else if (expr instanceof Expr.Template template) {
            return new Expr.Template(lower(template.code()), template.type());
        } else if (expr instanceof Expr.ShortCircuit both) {
            return shortCircuit(both);
        } else if (expr instanceof Expr.Conditional choice) {
            return conditional(choice);
        } else if (expr instanceof Expr.Switch choice) {
            Stmt declare = new Stmt.Declare(choice.value(), null, choice.line());
            Stmt lowered = switches.lower(choice.choice(), Scope.METHOD);
            return new Expr.Sequence(List.of(declare, lowered), read(choice.value(), choice.line()));
        } else if (expr instanceof Expr.Compound compound) {
            return compound(compound);
        }
        return expr;
    }

    private Code lower(Code code) {
        List<Part> parts = new ArrayList<>();
        for (Part part : code.parts()) {
            parts.add(part instanceof Part.Operand operand ? new Part.Operand(lower(operand.expr())) : part);
        }
        return new Code(parts, code.line());
    }

    /** {@code l && r} becomes {@code b = l; if (b) b = r}, and {@code b} is the value. */
    private Expr shortCircuit(Expr.ShortCircuit expr) {
        int line = expr.line();
        Local value = Local.temporary(expr.and() ? "both" : "either", TypeName.BOOLEAN);
        Stmt left = new Stmt.Declare(value, lower(expr.left()), line);
        Code test = expr.and() ? Code.read(value, line) : Code.of(line, new Text("!"), new Use(value, Access.READ));
        Stmt right = new Stmt.If(
                new Expr.Plain(test, TypeName.BOOLEAN, false), assign(value, lower(expr.right())), null, line);
        return new Expr.Sequence(List.of(left, right), read(value, line));
    }

    /** {@code c ? a : b} becomes {@code if (c) v = a; else v = b}, and {@code v}, of the whole's type, is the value. */
    private Expr conditional(Expr.Conditional expr) {
        int line = expr.line();
        Local value = Local.temporary("chosen", expr.type());
        Stmt choice = new Stmt.If(
                lower(expr.condition()),
                assign(value, lower(expr.whenTrue())),
                assign(value, lower(expr.whenFalse())),
                line);
        return new Expr.Sequence(List.of(new Stmt.Declare(value, null, line), choice), read(value, line));
    }

    /**
     * {@code p op= v}: what {@code p} needs is evaluated, then {@code p} is read, then {@code v} is evaluated (JLS 15.26.2).
     *
     * <pre>{@code a[i()] += await(v())   ->   array = a; index = i(); old = array[index]; array[index] = (T) (old + await(v()))}</pre>
     */
    private Expr compound(Expr.Compound expr) {
        int line = expr.line();
        List<Stmt> before = new ArrayList<>();
        List<Part> place = new ArrayList<>();
        for (Part part : expr.place().parts()) {
            place.add(part instanceof Part.Operand operand ? held(operand.expr(), before) : part);
        }
        // A box is unboxed as it is read: null fails before the value is evaluated.
        TypeName read = expr.type().isBoxedPrimitive() ? expr.type().unbox() : expr.type();
        Local old = Local.temporary("old", read);
        before.add(new Stmt.Declare(old, new Expr.Plain(asRead(new Code(place, line)), read, false), line));
        List<Part> parts = new ArrayList<>(place);
        boolean narrows =
                Narrowing.isNeeded(expr.type(), expr.operator(), expr.value().type());
        parts.add(new Text(narrows ? " = (" : " = "));
        if (narrows) {
            parts.add(new Part.Type(expr.type()));
            parts.add(new Text(") ("));
        }
        parts.add(new Use(old, Access.READ));
        parts.add(new Text(" " + expr.operator() + " "));
        parts.add(new Part.Operand(Operands.primary(lower(expr.value()))));
        parts.add(new Text(narrows ? ")" : ""));
        return new Expr.Sequence(before, new Expr.Template(new Code(parts, line), expr.type()));
    }

    /** An operand that is used twice: evaluated into a temporary, unless it is the same wherever it is evaluated. */
    private Part held(Expr operand, List<Stmt> before) {
        Expr value = lower(operand);
        if (value instanceof Expr.Plain plain && plain.stable()) {
            return new Part.Operand(value);
        }
        Local held = Local.temporary("held", value.type());
        before.add(new Stmt.Declare(held, value, value.line()));
        return new Part.Operand(new Expr.Plain(Code.read(held, value.line()), held.type(), true));
    }

    private static Code asRead(Code place) {
        List<Part> parts = new ArrayList<>();
        for (Part part : place.parts()) {
            if (part instanceof Use use) {
                parts.add(new Use(use.local(), Access.READ));
            } else if (part instanceof Part.Operand operand && operand.expr() instanceof Expr.Plain plain) {
                parts.addAll(plain.code().parts());
            } else {
                parts.add(part);
            }
        }
        return new Code(parts, place.line());
    }

    private static Stmt assign(Local local, Expr value) {
        return new Stmt.Evaluate(new Expr.Template(Code.assign(local, value, value.line()), local.type()));
    }

    private static Expr read(Local local, int line) {
        return new Expr.Plain(Code.read(local, line), local.type(), true);
    }
}
