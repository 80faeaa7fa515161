package dev.fermata.processor.ir;

import com.palantir.javapoet.TypeName;
import java.util.List;

/** An expression. Everything without an await is {@link Plain}. */
public sealed interface Expr {
    /** The denotable type of the value; {@link TypeName#VOID} where there is none. */
    TypeName type();

    /** The source line, from 1. */
    int line();

    /**
     * No await within.
     *
     * @param stable that its value and effect are the same wherever it is evaluated: a literal, a constant, a lambda, {@code
     *     this}, an effectively final local. So it is never spilled.
     */
    record Plain(Code code, TypeName type, boolean stable) implements Expr {
        @Override
        public int line() {
            return code.line();
        }
    }

    /**
     * {@code await(task)} or {@code emit(value)}.
     *
     * @param task the stage or the value, if that is what {@code kind} says
     * @param hint a word for the state's name: the called method's name, or that of the variable that is awaited
     */
    record Await(Expr task, TypeName type, String hint, int line, Wait kind) implements Expr {
        /** An await of a task. */
        public Await(Expr task, TypeName type, String hint, int line) {
            this(task, type, hint, line, Wait.TASK);
        }
    }

    /** An expression some of whose operands contain an await: {@link Part.Operand}s within text, evaluated left to right. */
    record Template(Code code, TypeName type) implements Expr {
        @Override
        public int line() {
            return code.line();
        }
    }

    /** {@code left && right}, {@code left || right} with an await on either side. */
    record ShortCircuit(boolean and, Expr left, Expr right) implements Expr {
        @Override
        public TypeName type() {
            return TypeName.BOOLEAN;
        }

        @Override
        public int line() {
            return left.line();
        }
    }

    /** {@code condition ? whenTrue : whenFalse} with an await in any of them; {@code type} is that of the whole. */
    record Conditional(Expr condition, Expr whenTrue, Expr whenFalse, TypeName type) implements Expr {
        @Override
        public int line() {
            return condition.line();
        }
    }

    /**
     * A switch expression with an await in a case.
     *
     * @param value the variable that its yields assign, of the type of the whole
     */
    record Switch(Stmt.Switch choice, Local value) implements Expr {
        @Override
        public TypeName type() {
            return value.type();
        }

        @Override
        public int line() {
            return choice.line();
        }
    }

    /**
     * {@code place op= value} with an await in the value.
     *
     * @param place a local ({@code Use WRITE}), a field or an array element; what must be evaluated once in it is an operand
     * @param operator without the {@code =}: {@code +}, {@code >>>} ...
     * @param type of the place
     */
    record Compound(Code place, String operator, Expr value, TypeName type) implements Expr {
        @Override
        public int line() {
            return place.line();
        }
    }

    /** Statements, then a value: what {@code desugar} makes of the forms whose operands are not all evaluated. */
    record Sequence(List<Stmt> before, Expr value) implements Expr {
        public Sequence {
            before = List.copyOf(before);
        }

        @Override
        public TypeName type() {
            return value.type();
        }

        @Override
        public int line() {
            return value.line();
        }
    }
}
