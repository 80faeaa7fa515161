package dev.fermata.processor.desugar;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/** Whether {@code p op= v} narrows, so that {@code p = p op v} needs a cast (JLS 15.26.2, 5.6). */
final class Narrowing {
    private static final ClassName STRING = ClassName.get(String.class);
    /** Numeric types by how wide a binary operation on them is. */
    private static final List<TypeName> WIDTHS = List.of(TypeName.INT, TypeName.LONG, TypeName.FLOAT, TypeName.DOUBLE);

    private Narrowing() {}

    static boolean isNeeded(TypeName place, String operator, TypeName value) {
        if (place.equals(STRING) || place.equals(TypeName.BOOLEAN)) {
            return false;
        }
        int width = WIDTHS.indexOf(place);
        boolean shift = operator.startsWith("<<") || operator.startsWith(">>");
        return width < 0 || !shift && width(value) > width;
    }

    private static int width(TypeName type) {
        TypeName primitive = type.isBoxedPrimitive() ? type.unbox() : type;
        boolean small = primitive.isPrimitive() && !WIDTHS.contains(primitive);
        int width = small ? 0 : WIDTHS.indexOf(primitive);
        return width < 0 ? WIDTHS.size() : width;
    }
}
