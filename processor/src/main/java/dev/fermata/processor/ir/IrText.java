package dev.fermata.processor.ir;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The text form of the IR, which tests compare: a statement on each line, fragments as they are, operands in {@code «»},
 * jumps out of a fragment in {@code ⟨⟩}.
 */
public final class IrText {
    private final StringBuilder out = new StringBuilder();
    private int depth;

    private IrText() {}

    /** The whole method. */
    public static String of(AsyncMethod method) {
        IrText text = new IrText();
        text.line(heading(method));
        method.bridges().forEach(bridge -> text.line("bridge " + bridge(bridge)));
        if (!method.widened().isEmpty()) {
            text.line(method.widened().stream()
                    .map(element -> Objects.requireNonNull(element.getEnclosingElement())
                                    .getSimpleName() + "." + element)
                    .sorted()
                    .collect(Collectors.joining(", ", "widened ", "")));
        }
        text.add(method.body());
        return text.out.toString();
    }

    /** The method's header, on one line, and the name of its frame. */
    public static String heading(AsyncMethod method) {
        return method.header().replaceAll("\\s+", " ") + " -> " + method.frame().simpleName();
    }

    /** One statement. */
    public static String of(Stmt statement) {
        IrText text = new IrText();
        text.add(statement);
        return text.out.toString();
    }

    /** One expression. */
    public static String of(Expr expr) {
        return new IrText().text(expr);
    }

    private static String bridge(Bridge bridge) {
        if (bridge instanceof Bridge.Call call) {
            return call.name() + ": " + call.declaredIn() + "." + call.method();
        }
        if (bridge instanceof Bridge.Virtual call) {
            return call.name() + ": virtual " + call.method();
        }
        if (bridge instanceof Bridge.Of of) {
            return of.host().getSimpleName() + "." + bridge(of.bridge());
        }
        if (bridge instanceof Bridge.Outer outer) {
            return outer.name() + ": " + outer.outer();
        }
        return bridge instanceof Bridge.Get get ? get.name() + ": get " + get.field() : bridge.name() + ": set";
    }

    private void line(String text) {
        String indent = "  ".repeat(depth);
        out.append(indent).append(text.replace("\n", "\n" + indent)).append('\n');
    }

    private void nested(String head, List<Stmt> statements) {
        line(head + " {");
        depth++;
        statements.forEach(this::add);
        depth--;
        line("}");
    }

    private static List<Stmt> flat(Stmt statement) {
        return statement instanceof Stmt.Block block ? block.statements() : List.of(statement);
    }

    private void add(Stmt statement) {
        if (statement instanceof Stmt.Plain plain) {
            line(text(plain.code()) + (plain.completes() ? "" : "  // does not complete"));
        } else if (statement instanceof Stmt.Declare declare) {
            Local local = declare.local();
            String fixed = local.constant() != null ? "const " : local.effectivelyFinal() ? "" : "var ";
            line(fixed + local.type() + " " + name(local)
                    + (declare.value() == null ? "" : " = " + text(declare.value())));
        } else if (statement instanceof Stmt.Evaluate evaluate) {
            line("eval " + text(evaluate.expr()));
        } else if (statement instanceof Stmt.Block block) {
            nested("block", block.statements());
        } else if (statement instanceof Stmt.Labeled labeled) {
            nested(labeled.label() + ":", flat(labeled.body()));
        } else if (statement instanceof Stmt.If test) {
            nested("if " + text(test.condition()), flat(test.then()));
            if (test.otherwise() != null) {
                nested("else", flat(test.otherwise()));
            }
        } else if (statement instanceof Stmt.Enter enter) {
            line("enter " + name(enter.scope()));
        } else if (statement instanceof Stmt.Handler handler) {
            nested("handler", handler.body().statements());
        } else if (statement instanceof Stmt.Throw thrown) {
            line("throw " + text(thrown.failure()));
        } else if (statement instanceof Stmt.Leave leave) {
            line(text(leave));
        } else {
            addCompound(statement);
        }
    }

    private void addCompound(Stmt statement) {
        if (statement instanceof Stmt.Loop loop) {
            String condition = loop.condition() == null ? "true" : text(loop.condition());
            line((loop.testFirst() ? "loop " : "loop, tested last, ") + loop.label() + " while " + condition + " {");
            depth++;
            group("init", loop.init());
            flat(loop.body()).forEach(this::add);
            group("update", loop.update());
            depth--;
            line("}");
        } else if (statement instanceof Stmt.ForEach loop) {
            String iterator = loop.iterator() == null ? "" : " by " + loop.iterator();
            Local variable = loop.variable();
            nested(
                    (loop.async() ? "async each " : "each ") + loop.label() + " " + variable.type() + " "
                            + name(variable) + " in " + text(loop.source()) + iterator,
                    flat(loop.body()));
        } else if (statement instanceof Stmt.Try attempt) {
            addTry(attempt);
        } else if (statement instanceof Stmt.Switch choice) {
            addSwitch(choice);
        } else if (statement instanceof Stmt.Dispatch dispatch) {
            nested("dispatch", dispatch.choice().statements());
            dispatch.arms().forEach(arm -> nested(arm.label() + ":", arm.body().statements()));
        } else if (statement instanceof Stmt.Assert assertion) {
            String message = assertion.message() == null ? "" : " : " + text(assertion.message());
            line("assert " + text(assertion.condition()) + message);
        } else if (statement instanceof Stmt.Await await) {
            line((await.target() == null ? "" : name(await.target()) + " = ") + word(await.kind()) + "("
                    + text(await.task()) + ")");
        } else if (statement instanceof Stmt.Forever loop) {
            nested("forever", loop.body().statements());
        } else if (statement instanceof Stmt.CatchAll caught) {
            nested("try", caught.body().statements());
            nested("catch all " + name(caught.failure()), caught.handler().statements());
        } else {
            throw new IllegalArgumentException(statement.toString());
        }
    }

    private void group(String head, List<Stmt> statements) {
        if (!statements.isEmpty()) {
            nested(head, statements);
        }
    }

    private void addSwitch(Stmt.Switch choice) {
        line((choice.hold() ? "switch, held, " : "switch ") + text(choice.selector()) + " {");
        depth++;
        for (Stmt.Case one : choice.cases()) {
            String guard = one.guard() == null ? "" : " when " + text(one.guard());
            nested(text(one.labels()) + guard + (one.rule() ? " ->" : ":"), one.body());
        }
        depth--;
        line("}");
    }

    private void addTry(Stmt.Try attempt) {
        for (Stmt.Resource resource : attempt.resources()) {
            Local local = resource.local();
            line((resource.async() ? "async " : "") + "resource " + local.type() + " " + name(local) + " = "
                    + text(resource.value()));
        }
        nested("try", attempt.body().statements());
        for (Stmt.Catch handler : attempt.catches()) {
            String types = handler.types().stream().map(Object::toString).collect(Collectors.joining(" | "));
            nested(
                    "catch " + types + " " + name(handler.parameter()),
                    handler.body().statements());
        }
        if (attempt.finallyBlock() != null) {
            nested("finally", attempt.finallyBlock().statements());
        }
    }

    private static String word(Wait kind) {
        return kind == Wait.EMIT ? "emit" : "await";
    }

    private static String name(Local local) {
        return local.kind() == Local.Kind.TEMPORARY ? "%" + local.name() : local.name();
    }

    private String text(Stmt.Leave leave) {
        if (leave instanceof Stmt.Break jump) {
            return "break " + jump.label();
        }
        if (leave instanceof Stmt.Continue jump) {
            return "continue " + jump.label();
        }
        if (leave instanceof Stmt.Return end) {
            return "return " + (end.task() ? "task " : "") + (end.value() == null ? "" : text(end.value()));
        }
        if (leave instanceof Stmt.Yield yielded) {
            return "yield " + text(yielded.value()) + " to " + name(yielded.target());
        }
        Stmt.Detour detour = (Stmt.Detour) leave;
        return "detour "
                + detour.before().stream().map(IrText::of).map(String::strip).collect(Collectors.joining("; ")) + " to "
                + detour.label();
    }

    private String text(Expr expr) {
        if (expr instanceof Expr.Plain plain) {
            return text(plain.code());
        }
        if (expr instanceof Expr.Await await) {
            return word(await.kind()) + "(" + text(await.task()) + ")";
        }
        if (expr instanceof Expr.Template template) {
            return text(template.code());
        }
        if (expr instanceof Expr.ShortCircuit circuit) {
            return "«" + text(circuit.left()) + "»" + (circuit.and() ? " && " : " || ") + "«" + text(circuit.right())
                    + "»";
        }
        if (expr instanceof Expr.Conditional conditional) {
            return "«" + text(conditional.condition()) + "» ? «" + text(conditional.whenTrue()) + "» : «"
                    + text(conditional.whenFalse()) + "»";
        }
        if (expr instanceof Expr.Switch choice) {
            return "«" + IrText.of(choice.choice()).strip() + "»";
        }
        if (expr instanceof Expr.Compound compound) {
            return text(compound.place()) + " " + compound.operator() + "= «" + text(compound.value()) + "»";
        }
        Expr.Sequence sequence = (Expr.Sequence) expr;
        return sequence.before().stream()
                        .map(IrText::of)
                        .map(String::strip)
                        .collect(Collectors.joining("; ", "(", "; "))
                + text(sequence.value()) + ")";
    }

    private String text(Code code) {
        return code.parts().stream().map(this::text).collect(Collectors.joining());
    }

    private String text(Part part) {
        if (part instanceof Part.Text text) {
            return text.text();
        }
        if (part instanceof Part.Type type) {
            return type.type().toString().replaceAll("\\bjava\\.(lang|util|io)\\.(?=[A-Z])", "");
        }
        if (part instanceof Part.Use use) {
            return name(use.local());
        }
        if (part instanceof Part.Operand operand) {
            return "«" + text(operand.expr()) + "»";
        }
        if (part instanceof Part.Exit exit) {
            return "⟨" + text(exit.leave()).strip() + "⟩";
        }
        if (part instanceof Part.Binding binding) {
            return binding.opens() ? "⟨bind " + binding.local() + ": " : "⟩";
        }
        return "";
    }
}
