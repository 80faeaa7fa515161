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
     * @param introduces whether a pattern variable that is used behind it is in scope there (JLS 6.3.2), as in Java behind an
     *     {@code if} that leaves
     */
    record Plain(Code code, boolean completes, boolean introduces) implements Stmt {
        /** One that introduces nothing. */
        public Plain(Code code, boolean completes) {
            this(code, completes, false);
        }

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

    /**
     * A {@code switch} that is more than text: an await is in one of its cases.
     *
     * @param hold whether the selector is kept in a variable, as it is needed again, awaits, or assigns what a case captures
     * @param exhaustive whether one case is always chosen, or the choice fails
     */
    record Switch(Label label, Expr selector, boolean hold, List<Case> cases, boolean exhaustive, int line)
            implements Stmt {
        public Switch {
            cases = List.copyOf(cases);
        }
    }

    /**
     * One case of a {@code switch}.
     *
     * @param labels {@code case A, B}, {@code case T t when t.ready()}, {@code default}: no await within
     * @param match what the labels take, whatever {@code guard} then says
     * @param ofNull whether null is among the labels
     * @param bound the variables bound by the labels that the guard or the body names
     * @param guard one that awaits; any other is in the labels
     * @param rule whether its end is that of the switch ({@code ->}), or the next case follows ({@code :})
     * @param hint a word for the state's name
     */
    record Case(
            Code labels,
            Match match,
            boolean ofNull,
            List<Local> bound,
            @Nullable Expr guard,
            boolean rule,
            String hint,
            List<Stmt> body,
            int line) {
        public Case {
            bound = List.copyOf(bound);
            body = List.copyOf(body);
        }
    }

    /** What the labels of a case take. */
    enum Match {
        /** Constants, and not null. */
        CONSTANTS,
        /** Null, or what patterns match. */
        SOME,
        /** All that the cases before left: {@code default}, an unconditional pattern. */
        REST
    }

    /** @param message none, or what {@code AssertionError} is given */
    record Assert(Expr condition, @Nullable Expr message, int line) implements Stmt {}

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

    /** {@code yield value}: the value of the switch expression {@code label} goes into {@code target}. */
    record Yield(Label label, Local target, Expr value, int line) implements Leave {}

    // What follows is made by the passes, never read.

    /**
     * Statements that are entered at several places: {@code choice} jumps to an arm, and an arm that completes goes on with the
     * next one. Made by {@code desugar}.
     *
     * @param choice does not complete
     */
    record Dispatch(Block choice, List<Arm> arms, int line) implements Stmt {
        public Dispatch {
            arms = List.copyOf(arms);
        }
    }

    /** Where a dispatch, or a break, may go. */
    record Arm(Label label, Block body) {}

    /** A loop without end; left by a {@link Break} out of an enclosing {@link Labeled}. Made by {@code desugar}. */
    record Forever(Block body, int line) implements Stmt {}

    /**
     * The only {@code try} after {@code desugar}: whatever the body throws is put into {@code failure}, then the handler runs.
     *
     * @param hint a word for the name of the state in which the body begins
     */
    record CatchAll(Block body, Local failure, Block handler, String hint, int line) implements Stmt {}

    /** Makes the call the body of a {@code TaskScope}, which may be null. Made by {@code desugar}. */
    record Enter(Local scope, int line) implements Stmt {}

    /** What stands in a {@code catch} or {@code finally} block, or closes a resource. Made by {@code desugar}. */
    record Handler(Block body, int line) implements Stmt {}

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
