package dev.fermata.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.message.Reporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code @Async} methods into the IR.
 *
 * <p>Before: javac has attributed the method's class, and {@link dev.fermata.processor.discover.Discovery} has found nothing
 * wrong with the method. After: every statement and expression with an await has a structure; all other code is a slice of
 * the user's text in which names are substituted so that it means the same in a class beside the owner.
 *
 * <p>One reader serves one compilation: it remembers the names that it gave.
 */
public final class Reader {
    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final SourceVersion level;
    private final Reporter reporter;
    private final FrameNames frames;
    private final Map<TypeElement, OwnerBridges> bridges = new HashMap<>();
    private final Set<String> roots = new LinkedHashSet<>();
    private @Nullable Subclasses subclasses;
    private @Nullable Unit unit;

    /** @param level of the language that the sources are in */
    public Reader(Trees trees, Elements elements, Types types, SourceVersion level, Reporter reporter) {
        this.trees = trees;
        this.elements = elements;
        this.types = types;
        this.level = level;
        this.reporter = reporter;
        this.frames = new FrameNames(elements);
    }

    /** Tells of top-level types that the compilation consists of: a private member may have a rival in any of them. */
    public void roots(Collection<TypeElement> types) {
        types.forEach(type -> roots.add(type.getQualifiedName().toString()));
    }

    /**
     * The IR of a method or lambda, and that of the async lambdas within it; none if it holds an error or what is not
     * supported, which has then been reported.
     */
    public List<AsyncMethod> read(TreePath code) {
        Unit in = unit(code.getCompilationUnit());
        AsyncLambdas lambdas = new AsyncLambdas(in, this::bridgesOf, frames);
        try {
            if (code.getLeaf() instanceof LambdaExpressionTree) {
                lambdas.read(code);
                return lambdas.machines();
            }
            ExecutableElement element = (ExecutableElement) Objects.requireNonNull(trees.getElement(code));
            Optional<AsyncMethod> method =
                    new MethodReader(in, code).read(frames.of(element), this::bridgesOf, lambdas);
            return method.isEmpty() ? List.of() : join(method.get(), lambdas.machines());
        } catch (Rejection rejection) {
            reporter.error(rejection.reason(), rejection.place(), rejection.arguments());
            return List.of();
        }
    }

    private static List<AsyncMethod> join(AsyncMethod method, List<AsyncMethod> lambdas) {
        List<AsyncMethod> all = new ArrayList<>();
        all.add(method);
        all.addAll(lambdas);
        return all;
    }

    private OwnerBridges bridgesOf(TypeElement owner) {
        return bridges.computeIfAbsent(owner, key -> new OwnerBridges(key, elements));
    }

    /** Of the roots: asked for when all rounds are over, and every superclass is there. */
    private Subclasses subclasses() {
        Subclasses known = subclasses;
        if (known == null) {
            Subclasses found = new Subclasses(types);
            roots.stream()
                    .map(elements::getTypeElement)
                    .filter(Objects::nonNull)
                    .forEach(found::addAll);
            subclasses = found;
            known = found;
        }
        return known;
    }

    /** The methods of one unit come one after the other. */
    private Unit unit(CompilationUnitTree tree) {
        Unit current = unit;
        if (current == null || current.tree() != tree) {
            current = Unit.of(tree, trees, elements, types, level, subclasses());
            unit = current;
        }
        return current;
    }
}
