package dev.fermata.processor.read;

import com.palantir.javapoet.TypeVariableName;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.LocalClass;
import dev.fermata.processor.ir.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the uses of a {@link LocalClass} in a slice: {@code new Local(x)} becomes {@code self.new Local(captured, x)},
 * an anonymous class is created by its name, and the declaration goes: the class is already compiled.
 */
final class Creations {
    private final Body body;
    private final Source source;
    private final Slice slice;

    Creations(Body body, Slice slice) {
        this.body = body;
        this.source = body.unit().source();
        this.slice = slice;
    }

    /** True if an anonymous class is created, which has a name now; the arguments have been scanned. */
    boolean anonymous(NewClassTree tree, TreePath path, int depth, Consumer<Tree> scan) {
        ClassTree type = tree.getClassBody();
        LocalClass local = type == null ? null : of(new TreePath(path, type));
        if (local == null) {
            return false;
        }
        int open = open(tree);
        List<Part> parts = new ArrayList<>(before(local, depth));
        parts.add(new Part.Text("new "));
        parts.add(name(local));
        parts.add(new Part.Text("("));
        parts.addAll(captured(local, tree, depth));
        slice.replace(source.start(tree), open, parts);
        tree.getArguments().forEach(scan);
        int last = tree.getArguments().isEmpty()
                ? open
                : source.end(tree.getArguments().get(tree.getArguments().size() - 1));
        slice.replace(source.skipBlank(last) + 1, source.end(tree), List.of());
        return true;
    }

    /** True if a local class, or an anonymous subclass of it, is created: all but the arguments has been replaced. */
    boolean named(NewClassTree tree, TreePath path, int depth, Consumer<Tree> scan) {
        ExpressionTree identifier = tree.getIdentifier();
        ExpressionTree simple = identifier instanceof ParameterizedTypeTree parameterized
                ? (ExpressionTree) parameterized.getType()
                : identifier;
        LocalClass local = of(new TreePath(path, simple));
        if (local == null) {
            return false;
        }
        slice.open(source.start(tree), before(local, depth).toArray(Part[]::new));
        if (local.inner()) {
            slice.replace(
                    source.start(simple),
                    source.end(simple),
                    new Part.Text(local.name().simpleName()));
            arguments(local, identifier);
            if (identifier instanceof ParameterizedTypeTree parameterized) {
                parameterized.getTypeArguments().forEach(scan);
            }
        } else {
            scan.accept(identifier);
        }
        slice.open(open(tree), captured(local, tree, depth).toArray(Part[]::new));
        return true;
    }

    /** True if the constructor of a local class is referred to by a reference that cannot say it. */
    boolean reference(Element constructor, TreePath path, int depth) {
        LocalClass local = body.unit().localClasses().of(constructor.getEnclosingElement());
        if (local == null
                || !local.inner()
                        && local.captured().isEmpty()
                        && local.typeVariables().isEmpty()) {
            return false;
        }
        new ConstructorReferences(body, slice)
                .replace(path, local.element(), before(local, depth + 1), captured(local, depth + 1));
        return true;
    }

    /** The type variables of the method, as the first type arguments. */
    private void arguments(LocalClass local, ExpressionTree identifier) {
        if (!local.typeVariables().isEmpty()) {
            boolean written = identifier instanceof ParameterizedTypeTree;
            if (!written && local.element().getTypeParameters().isEmpty()) {
                slice.close(source.end(identifier), new Part.Text(variables(local, "<", ">")));
            } else if (identifier instanceof ParameterizedTypeTree parameterized
                    && !parameterized.getTypeArguments().isEmpty()) {
                slice.open(
                        source.start(parameterized.getTypeArguments().get(0)),
                        new Part.Text(variables(local, "", ", ")));
            }
        }
    }

    static String variables(LocalClass local, String before, String after) {
        List<String> names = local.typeVariables().stream()
                .map(variable -> variable.getSimpleName().toString())
                .toList();
        return before + String.join(", ", names) + after;
    }

    private static Part name(LocalClass local) {
        if (local.inner()) {
            return new Part.Text(
                    local.name().simpleName() + (local.typeVariables().isEmpty() ? "" : variables(local, "<", ">")));
        }
        return new Part.Type(
                local.typeVariables().isEmpty()
                        ? local.name()
                        : com.palantir.javapoet.ParameterizedTypeName.get(
                                local.name(),
                                local.typeVariables().stream()
                                        .map(TypeVariableName::get)
                                        .toArray(TypeVariableName[]::new)));
    }

    /** Takes a declaration out of the text, with the comments that stand before it. */
    void declaration(TreePath path) {
        Tree tree = path.getLeaf();
        int from = source.start(tree);
        if (path.getParentPath().getLeaf() instanceof BlockTree block) {
            from = source.start(block) + 1;
            for (StatementTree statement : block.getStatements()) {
                if (source.start(statement) < source.start(tree)) {
                    from = source.end(statement);
                }
            }
            from = source.skipTrailingComments(from);
        }
        slice.replace(from, source.end(tree), List.of());
    }

    /** {@code self.} for a class that belongs to an instance of the owner, or {@code self.outer$Outer().} of a class around. */
    private List<Part> before(LocalClass local, int depth) {
        if (!local.inner()) {
            return List.of();
        }
        Local self = Objects.requireNonNull(body.self());
        TypeElement outer = Enclosing.classes(local.element()).get(1);
        String bridge =
                outer.equals(body.owner()) ? "" : "." + body.use(body.owner(), bridges -> bridges.outer(outer)) + "()";
        return List.of(
                new Part.Use(self, depth > 0 ? Part.Access.CAPTURE : Part.Access.READ), new Part.Text(bridge + "."));
    }

    private List<Part> captured(LocalClass local, NewClassTree tree, int depth) {
        List<Part> parts = captured(local, depth);
        if (!parts.isEmpty() && !tree.getArguments().isEmpty()) {
            parts.add(new Part.Text(", "));
        }
        return parts;
    }

    private List<Part> captured(LocalClass local, int depth) {
        List<Part> parts = new ArrayList<>();
        for (VariableElement variable : local.captured()) {
            if (!parts.isEmpty()) {
                parts.add(new Part.Text(", "));
            }
            Local captured = Objects.requireNonNull(body.locals().of(variable));
            parts.add(new Part.Use(
                    captured, body.locals().isCaptured(variable, depth) ? Part.Access.CAPTURE : Part.Access.READ));
        }
        return parts;
    }

    /** After the parenthesis that opens the arguments. */
    private int open(NewClassTree tree) {
        return source.skipBlank(source.end(tree.getIdentifier())) + 1;
    }

    private @Nullable LocalClass of(TreePath path) {
        Element element = body.unit().trees().getElement(path);
        return body.unit().localClasses().of(element);
    }
}
