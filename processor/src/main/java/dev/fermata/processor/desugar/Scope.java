package dev.fermata.processor.desugar;

import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Stmt;
import org.jspecify.annotations.Nullable;

/** Where a statement stands: the targets and {@code finally} blocks around it, from the innermost out. */
sealed interface Scope {
    Scope METHOD = new Method();

    /** What a leave becomes that starts here. */
    Stmt.Leave leave(Stmt.Leave leave);

    /** The method's body: a return gets this far. */
    record Method() implements Scope {
        @Override
        public Stmt.Leave leave(Stmt.Leave leave) {
            return leave;
        }
    }

    /** A statement that can be left by name. */
    record Target(Label label, Label breakTo, @Nullable Label continueTo, Scope outer) implements Scope {
        @Override
        public Stmt.Leave leave(Stmt.Leave leave) {
            if (leave instanceof Stmt.Break jump && jump.label() == label) {
                return new Stmt.Break(breakTo, jump.line());
            } else if (leave instanceof Stmt.Continue jump && jump.label() == label && continueTo != null) {
                return new Stmt.Break(continueTo, jump.line());
            }
            return outer.leave(leave);
        }
    }

    /** The protected part of a {@code try} with a {@code finally}: every leave has to pass that first. */
    record Guarded(Pending pending, Scope outer) implements Scope {
        @Override
        public Stmt.Leave leave(Stmt.Leave leave) {
            return pending.detour(leave);
        }
    }
}
