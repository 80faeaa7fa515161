package dev.fermata.processor.desugar;

import com.palantir.javapoet.ClassName;
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

/**
 * {@code assert} with an await, evaluated only if assertions are enabled (JLS 14.10). An {@code assert} that is left to
 * javac tells whether they are; {@code link} sees to it that the status is that of the user's class.
 *
 * <pre>
 * assert c : m   ->   boolean asserting = false
 *                     assert asserting = true
 *                     if (asserting) { if (!c) { Object detail = m; throw new AssertionError(detail) } }
 * </pre>
 */
final class Assertions {
    private Assertions() {}

    static Stmt lower(Stmt.Assert assertion, Desugar desugar) {
        int line = assertion.line();
        Local asserting = Local.temporary("asserting", TypeName.BOOLEAN);
        Expr no = new Expr.Plain(Code.of(line, new Text("false")), TypeName.BOOLEAN, true);
        Code test = Code.of(line, new Text("assert "), new Use(asserting, Access.WRITE), new Text(" = true;"));
        Expr tested = new Expr.Plain(Code.read(asserting, line), TypeName.BOOLEAN, true);
        Stmt check = new Stmt.If(
                desugar.lower(assertion.condition()),
                new Stmt.Block(List.of(), line),
                new Stmt.Block(List.of(failure(assertion, desugar)), line),
                line);
        return new Stmt.Block(
                List.of(
                        new Stmt.Declare(asserting, no, line),
                        new Stmt.Plain(test, true),
                        new Stmt.If(tested, new Stmt.Block(List.of(check), line), null, line)),
                line);
    }

    /**
     * The detail is held in a variable unless it is stable: as an argument, what chooses between {@code 5L} and a {@code Long}
     * would fit both {@code AssertionError(long)} and {@code AssertionError(Object)}.
     */
    private static Stmt failure(Stmt.Assert assertion, Desugar desugar) {
        int line = assertion.line();
        if (assertion.message() == null) {
            return fail(List.of(new Text("()")), line);
        }
        Expr message = desugar.lower(assertion.message());
        if (message instanceof Expr.Plain plain && plain.stable()) {
            return fail(List.of(new Text("("), new Part.Operand(message), new Text(")")), line);
        }
        Local detail =
                Local.temporary("detail", message.type().isPrimitive() ? message.type() : ClassName.get(Object.class));
        Stmt failure = fail(List.of(new Text("("), new Use(detail, Access.READ), new Text(")")), line);
        return new Stmt.Block(List.of(new Stmt.Declare(detail, message, line), failure), line);
    }

    /** @param arguments of the error's constructor */
    private static Stmt fail(List<Part> arguments, int line) {
        TypeName type = ClassName.get(AssertionError.class);
        List<Part> parts = new ArrayList<>(List.of(new Text("new "), new Part.Type(type)));
        parts.addAll(arguments);
        return new Stmt.Throw(new Expr.Template(new Code(parts, line), type), line);
    }
}
