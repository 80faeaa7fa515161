package dev.fermata.processor.ir;

import com.palantir.javapoet.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement. Whole statements without an await are {@link Plain}, however deep they are. */
public sealed interface Stmt {
    /** The source line, from 1. */
    int line();

    /**
     * Await-free statements, as the user wrote them, with their comments, semicolons and braces.
     *
     * @param completes whether control can reach the end (JLS 14.22), an {@link Part.Exit} counting as a jump
     */
    record Plain(Code code, boolean completes) implements Stmt {
        @Override
        public int line() {
            return code.line();
        }
    }

    /** A local variable declaration, one variable. */
    record Declare(Local local, @Nullable Expr value, int line) implements Stmt {}

    /** An expression statement. */
    record Evaluate(Expr expr) implements Stmt {
        @Override
        public int line() {
            return expr.line();
        }
    }

    record Block(List<Stmt> statements, int line) implements Stmt {
        public Block {
            statements = List.copyOf(statements);
        }
    }

    /** A labelled statement that is not a loop; a loop carries its label itself. */
    record Labeled(Label label, Stmt body, int line) implements Stmt {}

    record If(Expr condition, Stmt then, @Nullable Stmt otherwise, int line) implements Stmt {}

    /**
     * {@code while}, {@code do} and {@code for}.
     *
     * @param condition none if it is absent or a constant true
     * @param testFirst false for {@code do}
     */
    record Loop(
            Label label,
            List<Stmt> init,
            @Nullable Expr condition,
            List<Stmt> update,
            Stmt body,
            boolean testFirst,
            int line)
            implements Stmt {
        public Loop {
            init = List.copyOf(init);
            update = List.copyOf(update);
        }
    }

    /**
     * The enhanced {@code for}.
     *
     * @param source the array or iterable, of its own static type
     * @param iterator the type of the iterator, {@code Iterator<...>}, or none for an array
     * @param async whether the source is an {@code AsyncSequence}, whose values are awaited, and so the iterator asynchronous
     */
    record ForEach(
            Label label,
            Local variable,
            Expr source,
            @Nullable TypeName iterator,
            boolean async,
            Stmt body,
            int line) implements Stmt {}

    record Try(
            List<Resource> resources,
            Block body,
            List<Catch> catches,
            @Nullable Block finallyBlock,
            int line) implements Stmt {
        public Try {
            resources = List.copyOf(resources);
            catches = List.copyOf(catches);
        }
    }

    /** @param async whether it is an {@code AsyncCloseable}, whose {@code closeAsync()} is awaited */
    record Resource(Local local, Expr value, boolean async, int line) {}

    /** @param types one, or the alternatives of a multi-catch */
    record Catch(List<TypeName> types, Local parameter, Block body, int line) {
        public Catch {
            types = List.copyOf(types);
        }
    }

    record Throw(Expr failure, int line) implements Stmt {}

    /** Leaves a statement or the method. */
    sealed interface Leave extends Stmt {}

    record Break(Label label, int line) implements Leave {}

    record Continue(Label label, int line) implements Leave {}

    /**
     * @param value of {@code return done(value)} if {@code task} is false, then none for {@code done()} and {@code end()}; else
     *     the task, future or sequence
     */
    record Return(@Nullable Expr value, boolean task, int line) implements Leave {}

    // What follows is made by the passes, never read.

    /** A loop without end; left by a {@link Break} out of an enclosing {@link Labeled}. Made by {@code desugar}. */
    record Forever(Block body, int line) implements Stmt {}

    /**
     * The only {@code try} after {@code desugar}: whatever the body throws is put into {@code failure}, then the handler runs.
     *
     * @param hint a word for the name of the state in which the body begins
     */
    record CatchAll(Block body, Local failure, Block handler, String hint, int line) implements Stmt {}

    /** Assignments, then a break: a leave that has to pass a {@code finally} first. Made by {@code desugar}. */
    record Detour(List<Stmt> before, Label label, int line) implements Leave {
        public Detour {
            before = List.copyOf(before);
        }
    }

    /**
     * {@code target = await(task)}, or {@code emit(task)}: the only await after {@code spill}.
     *
     * @param target none if the value is not used
     * @param type of the value
     * @param hint a word for the state's name
     */
    record Await(@Nullable Local target, Code task, TypeName type, String hint, int line, Wait kind) implements Stmt {}
}
