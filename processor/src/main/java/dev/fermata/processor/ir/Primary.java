package dev.fermata.processor.ir;

import java.util.List;
import java.util.regex.Pattern;

/** Text that a cast can stand before, and {@code .m()} after, without parentheses: names, literals, calls. */
public final class Primary {
    private static final Pattern STRING = Pattern.compile("\"(\\\\.|[^\"\\\\\n])*\"|'(\\\\.|[^'\\\\\n])+'");
    private static final Pattern NAMES = Pattern.compile("[\\w.$]*(\\(\\)[\\w.$]*)*");
    private static final Pattern CREATION = Pattern.compile("new [\\w.<>, ]+\\(\\)(\\.\\w+\\(\\))*");

    private Primary() {}

    /** False where it cannot be seen from the text. */
    public static boolean is(List<Part> value) {
        StringBuilder text = new StringBuilder();
        for (Part part : value) {
            if (part instanceof Part.Operand operand && operand.expr() instanceof Expr.Plain plain) {
                text.append(is(plain.code().parts()) ? "x" : "?");
            } else if (!(part instanceof Part.At)) {
                text.append(part instanceof Part.Text plain ? plain.text() : isName(part) ? "x" : "?");
            }
        }
        String outside = withoutArguments(STRING.matcher(text).replaceAll("x"));
        return NAMES.matcher(outside).matches() || CREATION.matcher(outside).matches();
    }

    private static boolean isName(Part part) {
        return part instanceof Part.Use || part instanceof Part.Type;
    }

    private static String withoutArguments(String text) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth -= c == ')' ? 1 : 0;
            outside.append(depth == 0 ? String.valueOf(c) : "");
            depth += c == '(' ? 1 : 0;
        }
        return outside.toString();
    }
}
