package dev.fermata.processor.spill;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;

/** The exits within await-free code hold no await; their small assignments only have to become {@code Plain}. */
final class Exits {
    private Exits() {}

    static Code flat(Code code) {
        List<Part> parts = new ArrayList<>();
        for (Part part : code.parts()) {
            boolean detour = part instanceof Part.Exit exit && exit.leave() instanceof Stmt.Detour;
            parts.add(detour ? new Part.Exit(flat((Stmt.Detour) ((Part.Exit) part).leave())) : part);
        }
        return new Code(parts, code.line());
    }

    private static Stmt.Detour flat(Stmt.Detour detour) {
        List<Stmt> out = new ArrayList<>();
        Operands operands = new Operands(out, statements -> {
            throw new IllegalStateException("an await within await-free code: " + statements);
        });
        for (Stmt stmt : detour.before()) {
            out.add(new Stmt.Evaluate(operands.plain(((Stmt.Evaluate) stmt).expr())));
        }
        return new Stmt.Detour(out, detour.label(), detour.line());
    }
}
