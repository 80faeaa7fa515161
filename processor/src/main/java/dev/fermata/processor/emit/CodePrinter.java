package dev.fermata.processor.emit;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Returns;
import dev.fermata.processor.ir.Stmt;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints code with the names, types and jumps of the generated class, and marks its source lines. */
final class CodePrinter {
    /** The label of the loop around the switch. */
    static final String MACHINE = "machine";

    private final Graph graph;
    private final Names names;
    private final Storage storage;
    /** Those that several states name. */
    private final Set<Local> shared;
    /** In the block that is being printed: shared locals as lambdas may capture them. */
    private final Map<Local, String> captured = new HashMap<>();

    CodePrinter(Graph graph, Names names, Storage storage) {
        this.graph = graph;
        this.names = names;
        this.storage = storage;
        this.shared = storage.copiedForLambdas();
    }

    void beginBlock() {
        captured.clear();
    }

    /**
     * Copies of the locals that lambdas in this code capture: a local that several states share is assigned in more than
     * one place, so Java does not take it for effectively final any more.
     */
    CodeBlock captures(Code code) {
        CodeBlock.Builder out = CodeBlock.builder();
        Set<Local> bound = bound(code);
        for (Local local : capturedBy(code, new LinkedHashSet<>())) {
            if (shared.contains(local) && !bound.contains(local) && !captured.containsKey(local)) {
                String copy = names.unique(names.of(local));
                captured.put(local, copy);
                out.add("$L", Marks.line(code.line()));
                out.add("final $T $L = $L;\n", local.type(), copy, names.of(local));
            }
        }
        return out.build();
    }

    private Set<Local> capturedBy(Code code, Set<Local> result) {
        for (Part part : code.parts()) {
            if (part instanceof Part.Use use && use.access() == Part.Access.CAPTURE) {
                result.add(use.local());
            } else if (part instanceof Part.Exit exit) {
                if (exit.leave() instanceof Stmt.Return returned && returned.value() instanceof Expr.Plain plain) {
                    capturedBy(plain.code(), result);
                } else if (exit.leave() instanceof Stmt.Detour detour) {
                    detour.before().forEach(stmt -> capturedBy(code(stmt), result));
                }
            }
        }
        return result;
    }

    /** Pattern variables that this code itself binds: within it, the binding is nearer than the shared local. */
    private static Set<Local> bound(Code code) {
        Set<Local> result = new HashSet<>();
        for (Part part : code.parts()) {
            if (part instanceof Part.Use use && use.access() == Part.Access.DECLARE) {
                result.add(use.local());
            }
        }
        return result;
    }

    CodeBlock print(Code code) {
        CodeBlock.Builder out = CodeBlock.builder();
        out.add("$L", Marks.line(code.line()));
        print(code, out);
        return out.build();
    }

    private void print(Code code, CodeBlock.Builder out) {
        Set<Local> bound = bound(code);
        Map<Local, String> bindings = new HashMap<>();
        bound.stream().filter(shared::contains).forEach(local -> bindings.put(local, names.unique(names.of(local))));
        int line = code.line();
        String before = "";
        for (Part part : code.parts()) {
            if (part instanceof Part.Text text) {
                before = text.text().stripTrailing();
                line = text(text.text(), line, out);
            } else if (part instanceof Part.At at) {
                line = at.line();
            } else if (part instanceof Part.Type type) {
                out.add("$T", type.type());
            } else if (part instanceof Part.Use use) {
                out.add("$L", name(use, bindings.get(use.local())));
            } else if (part instanceof Part.Binding binding && bindings.containsKey(binding.local())) {
                String name = bindings.get(binding.local());
                out.add("$L", binding.opens() ? "(" : " && " + assigned(binding.local(), name) + ")");
            } else if (part instanceof Part.Exit exit) {
                out.add(leave(exit.leave(), beginsStatement(before)));
            }
        }
    }

    /** The assignment of a pattern variable to the machine's, as a condition that holds; NaN is not equal to itself. */
    private String assigned(Local local, String binding) {
        String test = "(" + names.of(local) + " = " + binding + ") == " + binding;
        boolean floating = local.type().equals(TypeName.DOUBLE) || local.type().equals(TypeName.FLOAT);
        return floating ? "(" + test + " || true)" : test;
    }

    /** A lambda captures the pattern variable itself; all else uses the machine's, which may be assigned again. */
    private String name(Part.Use use, @Nullable String binding) {
        boolean own = use.access() == Part.Access.DECLARE || use.access() == Part.Access.CAPTURE;
        if (binding != null && own) {
            return binding;
        }
        String copy = use.access() == Part.Access.CAPTURE ? captured.get(use.local()) : null;
        return copy == null ? names.of(use.local()) : copy;
    }

    private static int text(String text, int line, CodeBlock.Builder out) {
        String[] lines = text.split("\n", -1);
        out.add("$L", lines[0]);
        for (int i = 1; i < lines.length; i++) {
            out.add("\n$L", Marks.line(line + i));
            out.add("$L", lines[i]);
        }
        return line + lines.length - 1;
    }

    /** Whether what follows this text is a statement of a block, which may as well be several. */
    private static boolean beginsStatement(String text) {
        return text.endsWith("{") || text.endsWith("}") || text.endsWith(";");
    }

    /** A jump or return, where a statement may stand; in braces unless several may. */
    private CodeBlock leave(Stmt.Leave leave, boolean several) {
        CodeBlock.Builder out = CodeBlock.builder();
        if (leave instanceof Stmt.Return returned) {
            Code value = returned.value() instanceof Expr.Plain plain ? plain.code() : null;
            return out.add("return ")
                    .add(completion(value, returned.task()))
                    .add(";")
                    .build();
        }
        out.add(several ? "" : "{ ");
        if (leave instanceof Stmt.Detour detour) {
            detour.before().forEach(stmt -> {
                print(code(stmt), out);
                out.add("; ");
            });
            out.add(jump(detour.label()));
        } else {
            out.add(jump(((Stmt.Break) leave).label()));
        }
        return out.add(several ? "" : " }").build();
    }

    /** The call that ends the method, without {@code return}. */
    CodeBlock completion(@Nullable Code value, boolean task) {
        CodeBlock.Builder out = CodeBlock.builder();
        if (graph.method().returns() == Returns.SEQUENCE) {
            out.add("end($L", storage.frame());
            if (value != null) {
                out.add(", ");
                print(value, out);
            }
            return out.add(")").build();
        }
        out.add(task ? "completeWith($L, " : "complete($L, ", storage.frame());
        if (value == null) {
            out.add("null");
        } else {
            print(value, out);
        }
        return out.add(")").build();
    }

    private CodeBlock jump(Label label) {
        return jump(names.of(requireNonNull(graph.labels().get(label))));
    }

    static CodeBlock jump(String state) {
        return CodeBlock.of("state = $L; continue $L;", state, MACHINE);
    }

    private static Code code(Stmt stmt) {
        return ((Expr.Plain) ((Stmt.Evaluate) stmt).expr()).code();
    }
}
