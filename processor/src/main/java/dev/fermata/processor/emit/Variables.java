package dev.fermata.processor.emit;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.graph.Graph;
import dev.fermata.processor.graph.Region;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.InferredType;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import dev.fermata.processor.live.Saved;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where each local is declared: as a parameter, at the top of the method, in one block, or in the user's own text. */
final class Variables {
    private final AsyncMethod method;
    private final Set<Local> shared;
    private final Set<Local> inText = new LinkedHashSet<>();
    /** Pattern variables that a statement of the user's text, or a branch, may leave in scope for what comes after it. */
    private final Set<Local> introduced = new HashSet<>();

    private final Set<Local> used = new LinkedHashSet<>();
    private final Map<Block, Set<Local>> uses = new HashMap<>();
    private final Map<Local, Block> declaredIn = new HashMap<>();
    private final Set<Code> codes = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Pattern variables of expressions that were cut out of a larger one: Java has forgotten them when the rest comes. */
    private final IdentityHashMap<Code, Set<Local>> outlived = new IdentityHashMap<>();

    Variables(Graph graph, Saved saved) {
        this.method = graph.method();
        Set<Local> parameters = new HashSet<>(method.parameters());
        this.shared = new LinkedHashSet<>(saved.shared());
        shared.removeIf(local -> parameters.contains(local) || local == method.self() || local.constant() != null);
        for (Block block : graph.blocks()) {
            Set<Local> here = new LinkedHashSet<>();
            block(block, here);
            uses.put(block, here);
        }
        shared.removeIf(local -> inText.contains(local) && local.kind() != Local.Kind.PATTERN);
        outlived.forEach((code, patterns) -> codes.stream()
                .filter(other -> other != code)
                .forEach(other ->
                        patterns.stream().filter(local -> uses(other, local)).forEach(shared::add)));
        inText.removeAll(shared);
    }

    private void block(Block block, Set<Local> here) {
        Block.Received received = block.received();
        if (received != null && received.target() != null) {
            used.add(received.target());
            declaredIn.put(received.target(), block);
        }
        for (Region region = block.region(); region != null; region = region.outer()) {
            used.add(region.failure());
        }
        for (Stmt step : block.steps()) {
            if (step instanceof Stmt.Declare declare) {
                used.add(declare.local());
                declaredIn.put(declare.local(), block);
                expr(declare.value(), here);
            } else if (step instanceof Stmt.Evaluate evaluate) {
                expr(evaluate.expr(), here);
            } else if (step instanceof Stmt.Enter enter) {
                code(Code.read(enter.scope(), enter.line()), here);
            } else {
                introduce(((Stmt.Plain) step).code());
                code(((Stmt.Plain) step).code(), here);
            }
        }
        Exit exit = block.exit();
        if (exit instanceof Exit.Branch branch) {
            introduce(branch.condition());
            code(branch.condition(), here);
        } else if (exit instanceof Exit.Suspend suspend) {
            code(suspend.task(), here);
        } else if (exit instanceof Exit.Return returned) {
            code(returned.value(), here);
        } else if (exit instanceof Exit.Throw failure) {
            code(failure.failure(), here);
        }
    }

    private void expr(@Nullable Expr expr, Set<Local> here) {
        if (expr instanceof Expr.Plain plain) {
            code(plain.code(), here);
            Set<Local> patterns = patterns(plain.code());
            if (!patterns.isEmpty()) {
                outlived.put(plain.code(), patterns);
            }
        }
    }

    private void introduce(Code code) {
        introduced.addAll(patterns(code));
    }

    private static Set<Local> patterns(Code code) {
        Set<Local> patterns = new LinkedHashSet<>();
        for (Part part : code.parts()) {
            if (part instanceof Part.Use use
                    && use.access() == Part.Access.DECLARE
                    && use.local().kind() == Local.Kind.PATTERN) {
                patterns.add(use.local());
            }
        }
        return patterns;
    }

    private static boolean uses(Code code, Local local) {
        return code.parts().stream().anyMatch(part -> part instanceof Part.Use use && use.local() == local);
    }

    private void code(@Nullable Code code, Set<Local> here) {
        if (code != null) {
            codes.add(code);
        }
        for (Part part : code == null ? List.<Part>of() : code.parts()) {
            if (part instanceof Part.Use use) {
                used.add(use.local());
                here.add(use.local());
                if (use.access() == Part.Access.DECLARE) {
                    inText.add(use.local());
                }
            } else if (part instanceof Part.Exit exit) {
                if (exit.leave() instanceof Stmt.Return returned) {
                    expr(returned.value(), here);
                } else if (exit.leave() instanceof Stmt.Detour detour) {
                    detour.before().forEach(stmt -> expr(((Stmt.Evaluate) stmt).expr(), here));
                }
            }
        }
    }

    Set<Local> used() {
        return used;
    }

    /** The type variables for {@link InferredType}s that the printed class names. */
    List<TypeVariableName> inferred() {
        Set<TypeVariableName> named = new HashSet<>();
        InferredType.in(method.result()).forEach(named::add);
        method.parameters().forEach(local -> InferredType.in(local.type()).forEach(named::add));
        used.stream()
                .filter(local -> !inText.contains(local))
                .forEach(local -> InferredType.in(local.type()).forEach(named::add));
        codes.forEach(code -> code.parts().stream()
                .filter(Part.Type.class::isInstance)
                .forEach(part -> InferredType.in(((Part.Type) part).type()).forEach(named::add)));
        return method.inferred().stream().filter(named::contains).toList();
    }

    /** Declared by the user's own text, and in scope nowhere else. */
    Set<Local> withinText() {
        Set<Local> within = new LinkedHashSet<>(inText);
        within.removeAll(introduced);
        return within;
    }

    /** Declared at the top of the method, because several states name them. */
    Set<Local> shared() {
        return shared;
    }

    boolean isShared(Local local) {
        return shared.contains(local) || method.parameters().contains(local);
    }

    /** The locals of one block that it alone names, declared without a value in an earlier one. */
    Set<Local> undeclaredIn(Block block) {
        Set<Local> result = new LinkedHashSet<>(uses(block));
        result.removeIf(local -> declaredIn.get(local) == block
                || isShared(local)
                || inText.contains(local)
                || local == method.self()
                || local.constant() != null);
        return result;
    }

    /** Whether the block that declares the local without a value is the one that uses it. */
    boolean isUsedIn(Block block, Local local) {
        return uses(block).contains(local);
    }

    private Set<Local> uses(Block block) {
        return requireNonNull(uses.get(block));
    }

    /** Whether the generated method has the local at every await. */
    boolean isSaveable(Local local) {
        return isShared(local) || local == method.self();
    }

    /** The constant variables that the body names. */
    List<Local> constants() {
        return used.stream()
                .filter(local -> local.constant() != null && !inText.contains(local))
                .toList();
    }

    /** What a variable of this type holds before it is assigned. */
    static String initial(TypeName type) {
        if (!type.isPrimitive()) {
            return "null";
        }
        return type.equals(TypeName.BOOLEAN) ? "false" : "0";
    }

    /** The same as an argument: a small integer needs a cast there. */
    static String argument(TypeName type) {
        boolean small = type.equals(TypeName.BYTE) || type.equals(TypeName.SHORT) || type.equals(TypeName.CHAR);
        return small ? "(" + type + ") 0" : initial(type);
    }
}
