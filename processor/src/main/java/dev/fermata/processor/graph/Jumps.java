package dev.fermata.processor.graph;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;

/** The jumps that start within the code of a step. */
public final class Jumps {
    private Jumps() {}

    /** @param before the assignments on the way */
    public record Jump(Label label, List<Stmt> before) {}

    public static List<Label> in(Stmt step) {
        return from(step).stream().map(Jump::label).toList();
    }

    /** As {@link #in}, with what each jump assigns. */
    public static List<Jump> from(Stmt step) {
        return step instanceof Stmt.Plain plain ? from(plain.code()) : List.of();
    }

    private static List<Jump> from(Code code) {
        List<Jump> result = new ArrayList<>();
        for (Part part : code.parts()) {
            if (part instanceof Part.Exit exit) {
                if (exit.leave() instanceof Stmt.Break jump) {
                    result.add(new Jump(jump.label(), List.of()));
                } else if (exit.leave() instanceof Stmt.Detour jump) {
                    result.add(new Jump(jump.label(), jump.before()));
                }
            }
        }
        return result;
    }
}
