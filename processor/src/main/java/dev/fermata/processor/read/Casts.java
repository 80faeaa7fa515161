package dev.fermata.processor.read;

import com.palantir.javapoet.TypeName;
import dev.fermata.processor.ir.Part;
import java.util.ArrayList;
import java.util.List;

/** Casts what is kept as one of the types of an intersection to all of them: {@code ((A & B) x)}. */
final class Casts {
    private Casts() {}

    static List<Part> to(List<TypeName> bounds, Part value) {
        if (bounds.size() < 2) {
            return List.of(value);
        }
        List<Part> parts = new ArrayList<>();
        for (TypeName bound : bounds) {
            parts.add(new Part.Text(parts.isEmpty() ? "((" : " & "));
            parts.add(new Part.Type(bound));
        }
        parts.add(new Part.Text(") "));
        parts.add(value);
        parts.add(new Part.Text(")"));
        return parts;
    }
}
