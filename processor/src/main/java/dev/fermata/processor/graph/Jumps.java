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

    public static List<Label> in(Stmt step) {
        return step instanceof Stmt.Plain plain ? in(plain.code()) : List.of();
    }

    private static List<Label> in(Code code) {
        List<Label> result = new ArrayList<>();
        for (Part part : code.parts()) {
            if (part instanceof Part.Exit exit) {
                if (exit.leave() instanceof Stmt.Break jump) {
                    result.add(jump.label());
                } else if (exit.leave() instanceof Stmt.Detour jump) {
                    result.add(jump.label());
                }
            }
        }
        return result;
    }
}
