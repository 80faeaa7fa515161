package dev.fermata.processor.graph;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Part.Text;
import dev.fermata.processor.ir.Primary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code !(c)}, as a person would write it. */
public final class Negation {
    /** One test for equality, between operands without operators. A local counts as a name. */
    private static final Pattern EQUALITY = Pattern.compile("[\\w$.()\\[\\] ]+ [=!]= [\\w$.()\\[\\] ]+");

    private Negation() {}

    public static Code of(Code condition) {
        List<Part> parts = condition.parts();
        if (Primary.is(parts)) {
            return enclosed("!", condition, "");
        }
        if (isEquality(parts)) {
            return new Code(parts.stream().map(Negation::flipped).toList(), condition.line());
        }
        boolean negated = parts.size() == 2 && parts.get(0).equals(new Text("!")) && parts.get(1) instanceof Part.Use;
        return negated ? new Code(parts.subList(1, 2), condition.line()) : enclosed("!(", condition, ")");
    }

    private static boolean isEquality(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Text literal) {
                text.append(literal.text());
            } else if (part instanceof Part.Use) {
                text.append("x");
            } else if (!(part instanceof Part.At)) {
                return false;
            }
        }
        return EQUALITY.matcher(text).matches();
    }

    private static Part flipped(Part part) {
        if (!(part instanceof Text literal)) {
            return part;
        }
        String text = literal.text();
        return new Text(text.contains(" == ") ? text.replace(" == ", " != ") : text.replace(" != ", " == "));
    }

    private static Code enclosed(String before, Code condition, String after) {
        List<Part> parts = new ArrayList<>(List.of(new Text(before)));
        parts.addAll(condition.parts());
        parts.add(new Text(after));
        return new Code(parts, condition.line());
    }
}
