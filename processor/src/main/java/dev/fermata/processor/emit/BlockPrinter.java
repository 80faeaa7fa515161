package dev.fermata.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Loops;
import dev.fermata.processor.graph.Negation;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.InferredType;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import dev.fermata.processor.ir.Wait;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Prints one block: what follows {@code case X:}. */
final class BlockPrinter {
    private final AsyncMethod method;
    private final Layout layout;
    private final Names names;
    private final Variables variables;
    private final Storage storage;
    /** Those that await within a loop. */
    private final Set<Block> counting;

    private final CodePrinter code;
    private final Map<Block, CodeBlock> printed = new HashMap<>();

    BlockPrinter(Graph graph, Layout layout, Names names, Variables variables, Storage storage) {
        this.method = graph.method();
        this.layout = layout;
        this.names = names;
        this.variables = variables;
        this.storage = storage;
        this.counting = counting(graph);
        this.code = new CodePrinter(graph, names, storage);
    }

    /** Whether {@code awaits}, which counts those that did not have to wait in loops, is named in some block. */
    boolean countsAwaits() {
        return !counting.isEmpty();
    }

    /** An {@code emit} always holds its call. */
    private static Set<Block> counting(Graph graph) {
        Set<Block> counting = new HashSet<>(Loops.in(graph));
        counting.removeIf(block -> !(block.exit() instanceof Exit.Suspend suspend) || suspend.kind() == Wait.EMIT);
        return counting;
    }

    CodeBlock print(Block block) {
        return printed.computeIfAbsent(block, this::text);
    }

    private CodeBlock text(Block block) {
        code.beginBlock();
        CodeBlock.Builder out = CodeBlock.builder();
        variables.undeclaredIn(block).forEach(local -> undeclared(local, out));
        received(block, out);
        out.add(storage.begin(block));
        for (Stmt step : block.steps()) {
            step(block, step, out);
        }
        exit(block, out);
        return out.build();
    }

    /** Without a value if it is the user's: a lambda may capture it once it has got its only one. */
    private void undeclared(Local local, CodeBlock.Builder out) {
        boolean ours = local.kind() == Local.Kind.TEMPORARY;
        String value = ours ? " = " + Variables.initial(local.type()) : "";
        out.add("$T $L$L;\n", local.type(), names.of(local), value);
    }

    private void received(Block block, CodeBlock.Builder out) {
        Block.Received received = block.received();
        if (received == null) {
            return;
        }
        out.add("$L", Marks.line(received.line()));
        Local target = received.target();
        if (target == null) {
            out.add("result(awaited);$L\n", Marks.SHOW);
            return;
        }
        if (!variables.isShared(target)) {
            out.add("$T ", target.type());
        }
        out.add("$L = ", names.of(target));
        if (target.type().box().equals(received.type().box())) {
            out.add("result(awaited);$L\n", Marks.SHOW);
        } else {
            out.add(
                    "$T.<$T>result(awaited);$L\n",
                    Frames.library(method),
                    received.type().box(),
                    Marks.SHOW);
        }
    }

    private void step(Block block, Stmt step, CodeBlock.Builder out) {
        if (step instanceof Stmt.Plain plain) {
            statement(CodeBlock.of(""), plain.code(), "", out);
        } else if (step instanceof Stmt.Evaluate evaluate) {
            statement(CodeBlock.of(""), ((Expr.Plain) evaluate.expr()).code(), ";", out);
        } else if (step instanceof Stmt.Declare declare) {
            declare(block, declare, out);
        } else if (step instanceof Stmt.Enter enter) {
            String line = Marks.line(enter.line());
            out.add(storage.make(line));
            out.add("$L$L.enter($L);$L\n", line, storage.frame(), names.of(enter.scope()), Marks.SHOW);
        }
    }

    private void declare(Block block, Stmt.Declare declare, CodeBlock.Builder out) {
        Local local = declare.local();
        boolean elsewhere = variables.isShared(local) || !variables.isUsedIn(block, local);
        if (local.constant() != null || declare.value() == null && elsewhere) {
            return;
        }
        CodeBlock type = variables.isShared(local) ? CodeBlock.of("") : CodeBlock.of("$T ", local.type());
        if (declare.value() == null) {
            out.add("$L$L$L;\n", Marks.line(declare.line()), type, names.of(local));
        } else {
            CodeBlock target = CodeBlock.of("$L$L$L = ", Marks.line(declare.line()), type, names.of(local));
            Code value = ((Expr.Plain) declare.value()).code();
            statement(target, new Code(InferredType.convert(local.type(), value.parts()), value.line()), ";", out);
        }
    }

    /** One statement with its source line; the line is shown where the statement ends on the line it begins on. */
    private void statement(CodeBlock before, Code text, String after, CodeBlock.Builder out) {
        out.add(code.captures(text));
        out.add(before);
        out.add(code.print(text));
        out.add("$L$L\n", after, isOneLine(text) ? Marks.SHOW : "");
    }

    private static boolean isOneLine(Code code) {
        return code.parts().stream()
                .noneMatch(part -> part instanceof Part.Text text && text.text().contains("\n"));
    }

    private void exit(Block block, CodeBlock.Builder out) {
        Exit exit = block.exit();
        if (exit instanceof Exit.Goto jump) {
            go(block, jump.target(), out);
        } else if (exit instanceof Exit.Branch branch) {
            branch(block, branch, out);
        } else if (exit instanceof Exit.Suspend suspend) {
            suspend(block, suspend, out);
        } else if (exit instanceof Exit.Return returned) {
            if (returned.value() != null) {
                out.add(code.captures(returned.value()));
            }
            out.add("$Lreturn ", Marks.line(returned.line()));
            out.add(code.completion(returned.value(), returned.task()));
            out.add(";$L\n", Marks.SHOW);
        } else if (exit instanceof Exit.Throw failure) {
            statement(CodeBlock.of("$Lthrow ", Marks.line(failure.line())), failure.failure(), ";", out);
        } else if (block.steps().isEmpty()
                || completes(block.steps().get(block.steps().size() - 1))) {
            out.add("throw new $T();\n", AssertionError.class); // javac has checked that a body cannot end here
        }
    }

    private static boolean completes(Stmt step) {
        return !(step instanceof Stmt.Plain plain) || plain.completes();
    }

    private void go(Block from, Block to, CodeBlock.Builder out) {
        if (layout.next(from) != to) {
            out.add(CodePrinter.jump(names.of(to))).add("\n");
        } else if (from.region() != to.region()) {
            out.add("state = $L;\n", names.of(to));
        }
    }

    private void branch(Block block, Exit.Branch branch, CodeBlock.Builder out) {
        out.add(code.captures(branch.condition()));
        boolean falls = layout.next(block) == branch.whenTrue();
        Code test = falls ? Negation.of(branch.condition()) : branch.condition();
        out.add("$Lif (", Marks.line(test.line()));
        out.add(code.print(test));
        out.add(") {$L\n$>", isOneLine(test) ? Marks.SHOW : "");
        out.add(CodePrinter.jump(names.of(falls ? branch.whenFalse() : branch.whenTrue())));
        out.add("\n$<}\n");
        go(block, falls ? branch.whenTrue() : branch.whenFalse(), out);
    }

    private void suspend(Block block, Exit.Suspend suspend, CodeBlock.Builder out) {
        String line = Marks.line(suspend.line());
        if (suspend.kind() == Wait.EMIT) {
            emit(block, suspend, out);
            return;
        }
        boolean stage = suspend.kind() == Wait.STAGE;
        String awaited = stage ? "$Lawaited = outcomeOf(" : "$Lawaited = ";
        statement(CodeBlock.of(awaited, line), suspend.task(), stage ? ");" : ";", out);
        out.add(storage.beforeAwait(block, suspend));
        out.add("$Lif (!isReady(awaited)$L) {\n$>", line, counting.contains(block) ? givesWay() : "");
        out.add(storage.hold(block, suspend));
        String hold = suspend.inHandler() ? "suspendInHandler" : "suspend";
        out.add("$Lreturn $L.$L(awaited, $L);\n$<}\n", line, storage.frame(), hold, names.of(suspend.resume()));
        go(block, suspend.resume(), out);
    }

    /** A call that returns a future gives way only on the loop that it belongs to. */
    private String givesWay() {
        return Frames.returnsFuture(method)
                ? " || givesWay(" + storage.frame() + ", ++awaits)"
                : " || givesWay(++awaits)";
    }

    private void emit(Block block, Exit.Suspend suspend, CodeBlock.Builder out) {
        String line = Marks.line(suspend.line());
        String emit = suspend.inHandler() ? "emitInHandler" : "emit";
        statement(CodeBlock.of("$L$L.$L(", line, storage.frame(), emit), suspend.task(), ");", out);
        out.add(storage.beforeAwait(block, suspend));
        out.add(storage.hold(block, suspend));
        out.add("$Lreturn $L.emitted($L);\n", line, storage.frame(), names.of(suspend.resume()));
    }
}
