package dev.fermata.processor.live;

import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one step, or the end of a block, uses locals.
 *
 * @param readFirst read on some path before they have surely been assigned
 * @param assignedFirst surely assigned before they are read
 * @param all named at all
 */
record Accesses(Set<Local> readFirst, Set<Local> assignedFirst, Set<Local> all) {
    /** How a step uses locals. */
    static Accesses of(Stmt step) {
        Accesses accesses = none();
        accesses.step(step);
        return accesses;
    }

    /** How the end of a block uses locals. */
    static Accesses of(Exit exit) {
        Accesses accesses = none();
        accesses.exit(exit);
        return accesses;
    }

    private static Accesses none() {
        return new Accesses(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    /** What is live before it, given what is live after it. */
    void transfer(Set<Local> live) {
        live.removeAll(assignedFirst);
        live.addAll(readFirst);
    }

    private void step(Stmt step) {
        if (step instanceof Stmt.Declare declare) {
            expr(declare.value());
            if (declare.value() == null) {
                assignedFirst.add(declare.local()); // its scope begins here: nothing reads an older value
            } else {
                assign(declare.local());
            }
        } else if (step instanceof Stmt.Evaluate evaluate) {
            expr(evaluate.expr());
        } else if (step instanceof Stmt.Enter enter) {
            all.add(enter.scope());
            read(enter.scope());
        } else {
            code(((Stmt.Plain) step).code());
        }
    }

    private void exit(Exit exit) {
        if (exit instanceof Exit.Branch branch) {
            code(branch.condition());
        } else if (exit instanceof Exit.Suspend suspend) {
            code(suspend.task());
        } else if (exit instanceof Exit.Return returned) {
            code(returned.value());
        } else if (exit instanceof Exit.Throw failure) {
            code(failure.failure());
        }
    }

    private void expr(@Nullable Expr expr) {
        if (expr != null) {
            code(((Expr.Plain) expr).code());
        }
    }

    /** Code that begins with an assignment surely assigns; any other assignment in it may be skipped. */
    private void code(@Nullable Code code) {
        if (code == null) {
            return;
        }
        uses(code);
        Local first = firstAssigned(code);
        if (first != null) {
            assign(first);
        }
    }

    private void uses(Code code) {
        for (Part part : code.parts()) {
            if (part instanceof Part.Use use) {
                use(use);
            } else if (part instanceof Part.Binding binding) {
                all.add(binding.local());
            } else if (part instanceof Part.Exit exit) {
                leave(exit.leave());
            }
        }
    }

    private void use(Part.Use use) {
        all.add(use.local());
        switch (use.access()) {
            case READ, UPDATE, CAPTURE -> read(use.local());
            case DECLARE -> assign(use.local()); // its scope begins here: nothing reads an older value
            case WRITE -> {}
        }
    }

    private void read(Local local) {
        if (!assignedFirst.contains(local)) {
            readFirst.add(local);
        }
    }

    /** Whether an exit within code is taken is not known, so what it assigns is not surely assigned. */
    private void leave(Stmt.Leave leave) {
        if (leave instanceof Stmt.Detour detour) {
            detour.before().forEach(stmt -> uses(((Expr.Plain) ((Stmt.Evaluate) stmt).expr()).code()));
        } else if (leave instanceof Stmt.Return returned && returned.value() != null) {
            uses(((Expr.Plain) returned.value()).code());
        }
    }

    private void assign(Local local) {
        all.add(local);
        if (!readFirst.contains(local)) {
            assignedFirst.add(local);
        }
    }

    private static @Nullable Local firstAssigned(Code code) {
        for (Part part : code.parts()) {
            if (part instanceof Part.Use use) {
                return use.access() == Part.Access.WRITE ? use.local() : null;
            } else if (!(part instanceof Part.At)
                    && !(part instanceof Part.Text text && text.text().isBlank())) {
                return null;
            }
        }
        return null;
    }
}
