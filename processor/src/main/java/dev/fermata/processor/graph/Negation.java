package dev.fermata.processor.graph;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Part.Text;
import java.util.ArrayList;
import java.util.List;

/** {@code !(c)}, as a person would write it. */
public final class Negation {
    private Negation() {}

    public static Code of(Code condition) {
        List<Part> parts = condition.parts();
        if (parts.size() == 1 && parts.get(0) instanceof Part.Use) {
            return enclosed("!", condition, "");
        }
        boolean negated = parts.size() == 2 && parts.get(0).equals(new Text("!")) && parts.get(1) instanceof Part.Use;
        return negated ? new Code(parts.subList(1, 2), condition.line()) : enclosed("!(", condition, ")");
    }

    private static Code enclosed(String before, Code condition, String after) {
        List<Part> parts = new ArrayList<>(List.of(new Text(before)));
        parts.addAll(condition.parts());
        parts.add(new Text(after));
        return new Code(parts, condition.line());
    }
}
