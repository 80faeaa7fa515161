package dev.fermata.processor.ir;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/** Code as one line of text, for goldens and messages: types by their simple names, exits as {@code ⟨break while⟩}. */
public final class CodeText {
    private CodeText() {}

    public static String of(Code code) {
        StringBuilder text = new StringBuilder();
        for (Part part : code.parts()) {
            if (part instanceof Part.Text literal) {
                text.append(literal.text());
            } else if (part instanceof Part.Type type) {
                text.append(simple(type.type()));
            } else if (part instanceof Part.Use use) {
                text.append(use.local().name());
            } else if (part instanceof Part.Operand operand) {
                text.append('«').append(of(operand.expr())).append('»');
            } else if (part instanceof Part.Exit exit) {
                text.append('⟨').append(of(exit.leave())).append('⟩');
            }
        }
        return text.toString().strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static String simple(TypeName type) {
        return type instanceof ClassName name ? String.join(".", name.simpleNames()) : type.toString();
    }

    private static String of(Expr expr) {
        if (expr instanceof Expr.Plain plain) {
            return of(plain.code());
        } else if (expr instanceof Expr.Await await) {
            return (await.kind() == Wait.EMIT ? "emit " : "await ") + of(await.task());
        } else if (expr instanceof Expr.Template template) {
            return of(template.code());
        }
        return expr.toString();
    }

    /** A leave, as a word or two. */
    public static String of(Stmt.Leave leave) {
        if (leave instanceof Stmt.Break jump) {
            return "break " + jump.label();
        } else if (leave instanceof Stmt.Continue jump) {
            return "continue " + jump.label();
        } else if (leave instanceof Stmt.Detour jump) {
            StringBuilder text = new StringBuilder();
            jump.before()
                    .forEach(stmt ->
                            text.append(of(((Stmt.Evaluate) stmt).expr())).append("; "));
            return text + "break " + jump.label();
        }
        if (leave instanceof Stmt.Yield yielded) {
            return "yield " + of(yielded.value());
        }
        Stmt.Return returned = (Stmt.Return) leave;
        return "return" + (returned.task() ? " task" : "")
                + (returned.value() == null ? "" : " " + of(returned.value()));
    }
}
