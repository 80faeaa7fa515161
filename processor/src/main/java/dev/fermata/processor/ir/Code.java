package dev.fermata.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * Java source with substituted names: a slice of the user's text in which type names, members and locals became parts.
 *
 * @param line the source line (from 1) on which the first part stands; every line break in a text part is one line on
 */
public record Code(List<Part> parts, int line) {
    public Code {
        parts = List.copyOf(parts);
    }

    public static Code of(int line, Part... parts) {
        return new Code(List.of(parts), line);
    }

    /** The name of a local, read. */
    public static Code read(Local local, int line) {
        return of(line, new Part.Use(local, Part.Access.READ));
    }

    /** {@code local = value}, without a semicolon. */
    public static Code assign(Local local, Expr value, int line) {
        List<Part> parts = new ArrayList<>(List.of(new Part.Use(local, Part.Access.WRITE), new Part.Text(" = ")));
        List<Part> operand = List.of(new Part.Operand(value));
        boolean same = value instanceof Expr.Await && value.type().equals(local.type());
        parts.addAll(same ? operand : InferredType.convert(local.type(), operand));
        return new Code(parts, line);
    }
}
