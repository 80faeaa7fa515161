package dev.fermata.processor.desugar;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Primary;

/** How an expression may stand as an operand of text that we add. */
final class Operands {
    private Operands() {}

    /** The expression, in parentheses unless {@code .m()} can follow it as it is. */
    static Expr primary(Expr expr) {
        if (expr instanceof Expr.Await
                || expr instanceof Expr.Plain plain && Primary.is(plain.code().parts())) {
            return expr;
        }
        Code code = Code.of(expr.line(), new Part.Text("("), new Part.Operand(expr), new Part.Text(")"));
        return new Expr.Template(code, expr.type());
    }
}
