package dev.fermata.processor.desugar;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Part.Access;
import dev.fermata.processor.ir.Part.Text;
import dev.fermata.processor.ir.Part.Use;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Loops as {@code Forever}.
 *
 * <pre>
 * for (init; c; update) body   ->   init
 *                                   after: forever {
 *                                     if (!c) break after
 *                                     next: body          // continue becomes break next
 *                                     update
 *                                   }
 * </pre>
 */
final class Loops {
    private static final TypeName BOOLEAN_TASK =
            ParameterizedTypeName.get(ClassName.get("dev.fermata", "Task"), ClassName.get(Boolean.class));

    private final Desugar desugar;
    private final Tries tries;

    Loops(Desugar desugar, Tries tries) {
        this.desugar = desugar;
        this.tries = tries;
    }

    Stmt loop(Stmt.Loop loop, Scope scope) {
        List<Stmt> result = new ArrayList<>(desugar.all(loop.init(), scope));
        Label after = new Label("after_" + loop.label().name());
        Label next = new Label("next_" + loop.label().name());
        Stmt body = desugar.block(loop.body(), new Scope.Target(loop.label(), after, next, scope));
        List<Stmt> turn = new ArrayList<>();
        turn.add(new Stmt.Labeled(next, body, loop.line()));
        turn.addAll(desugar.all(loop.update(), scope));
        if (loop.condition() != null) {
            Stmt test = new Stmt.If(
                    desugar.lower(loop.condition()),
                    new Stmt.Block(List.of(), loop.line()),
                    new Stmt.Break(after, loop.condition().line()),
                    loop.condition().line());
            turn.add(loop.testFirst() ? 0 : turn.size(), test);
        }
        result.add(forever(after, turn, loop.line()));
        return new Stmt.Block(result, loop.line());
    }

    Stmt forEach(Stmt.ForEach each, Scope scope) {
        if (each.iterator() == null) {
            return overArray(each, scope);
        }
        return each.async() ? overSequence(each, each.iterator(), scope) : overIterable(each, each.iterator(), scope);
    }

    /**
     * A loop over an {@code AsyncSequence} closes the iterator however it is left, as if it were a resource.
     *
     * <pre>{@code
     * AsyncIterator<T> it = source.iterator();
     * try (it) { while (await(it.advance())) { T x = it.current(); body } }
     * }</pre>
     */
    private Stmt overSequence(Stmt.ForEach each, TypeName iteratorType, Scope scope) {
        int line = each.line();
        String name = each.variable().name();
        Local iterator = Local.temporary(name + "Iterator", iteratorType);
        Code source = Code.of(line, new Part.Operand(Operands.primary(each.source())), new Text(".iterator()"));
        Code advance = Code.of(line, new Use(iterator, Access.READ), new Text(".advance()"));
        Code element = Code.of(line, new Use(iterator, Access.READ), new Text(".current()"));
        Expr more = new Expr.Await(new Expr.Plain(advance, BOOLEAN_TASK, false), TypeName.BOOLEAN, next(name), line);
        Stmt loop = new Stmt.Loop(each.label(), List.of(), more, List.of(), withVariable(each, element), true, line);
        return new Stmt.Block(
                List.of(
                        desugar.statement(
                                new Stmt.Declare(iterator, new Expr.Template(source, iteratorType), line), scope),
                        tries.closing(iterator, line, scope, inner -> desugar.statement(loop, inner))),
                line);
    }

    private static String next(String name) {
        return "next" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code Iterator it = source.iterator(); while (it.hasNext()) { T x = it.next(); body }} (JLS 14.14.2). */
    private Stmt overIterable(Stmt.ForEach each, TypeName iteratorType, Scope scope) {
        int line = each.line();
        Local iterator = Local.temporary(each.variable().name() + "Iterator", iteratorType);
        Code source = Code.of(line, new Part.Operand(Operands.primary(each.source())), new Text(".iterator()"));
        Code more = Code.of(line, new Use(iterator, Access.READ), new Text(".hasNext()"));
        Code element = Code.of(line, new Use(iterator, Access.READ), new Text(".next()"));
        return desugar.statement(
                new Stmt.Block(
                        List.of(
                                new Stmt.Declare(iterator, new Expr.Template(source, iteratorType), line),
                                new Stmt.Loop(
                                        each.label(),
                                        List.of(),
                                        new Expr.Plain(more, TypeName.BOOLEAN, false),
                                        List.of(),
                                        withVariable(each, element),
                                        true,
                                        line)),
                        line),
                scope);
    }

    /** {@code T[] array = source; for (int i = 0; i < array.length; i++) { T x = array[i]; body }} (JLS 14.14.2). */
    private Stmt overArray(Stmt.ForEach each, Scope scope) {
        int line = each.line();
        Local array =
                Local.temporary(each.variable().name() + "Array", each.source().type());
        Local index = Local.temporary(each.variable().name() + "Index", TypeName.INT);
        Code more = Code.of(
                line, new Use(index, Access.READ), new Text(" < "), new Use(array, Access.READ), new Text(".length"));
        Code element =
                Code.of(line, new Use(array, Access.READ), new Text("["), new Use(index, Access.READ), new Text("]"));
        Code increment = Code.of(line, new Use(index, Access.UPDATE), new Text("++"));
        Expr zero = new Expr.Plain(Code.of(line, new Text("0")), TypeName.INT, true);
        return desugar.statement(
                new Stmt.Block(
                        List.of(
                                new Stmt.Declare(array, each.source(), line),
                                new Stmt.Loop(
                                        each.label(),
                                        List.of(new Stmt.Declare(index, zero, line)),
                                        new Expr.Plain(more, TypeName.BOOLEAN, false),
                                        List.of(new Stmt.Evaluate(new Expr.Plain(increment, TypeName.INT, false))),
                                        withVariable(each, element),
                                        true,
                                        line)),
                        line),
                scope);
    }

    private static Stmt.Block withVariable(Stmt.ForEach each, Code element) {
        Local variable = each.variable();
        Stmt declare = new Stmt.Declare(variable, new Expr.Plain(element, elementType(each), false), each.line());
        return new Stmt.Block(List.of(declare, each.body()), each.line());
    }

    private static TypeName elementType(Stmt.ForEach each) {
        return each.source().type() instanceof ArrayTypeName array
                ? array.componentType()
                : each.variable().type();
    }

    private static Stmt forever(Label after, List<Stmt> turn, int line) {
        return new Stmt.Labeled(after, new Stmt.Forever(new Stmt.Block(turn, line), line), line);
    }
}
