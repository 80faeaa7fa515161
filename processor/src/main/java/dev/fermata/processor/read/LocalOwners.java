package dev.fermata.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.discover.AwaitFinder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** Makes the local and anonymous classes around async code nameable, from the outermost inwards. */
final class LocalOwners {
    private LocalOwners() {}

    /** Adds the {@link dev.fermata.processor.ir.LocalClass local classes} of every body around the code. */
    static void add(Unit unit, TreePath code, Function<TypeElement, OwnerBridges> bridges) {
        Deque<TreePath> classes = new ArrayDeque<>();
        for (TreePath at = code; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof ClassTree && isLocal(unit, at)) {
                classes.push(at);
            }
        }
        for (TreePath type : classes) {
            Surroundings around = Surroundings.ofLambda(unit, type);
            AwaitFinder awaits = new AwaitFinder(unit.trees(), unit.vocabulary());
            awaits.scan(around.path(), null);
            new LocalClassScanner(around, awaits, bridges.apply(around.owner())).add(around.path());
        }
    }

    private static boolean isLocal(Unit unit, TreePath path) {
        return unit.trees().getElement(path) instanceof TypeElement type
                && (type.getNestingKind() == NestingKind.LOCAL || type.getNestingKind() == NestingKind.ANONYMOUS);
    }
}
