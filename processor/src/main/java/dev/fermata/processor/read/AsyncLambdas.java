package dev.fermata.processor.read;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.discover.AwaitFinder;
import dev.fermata.processor.ir.AsyncMethod;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** The async lambdas of one method, or one with those within it: each is read once, however often its text is made. */
final class AsyncLambdas {
    private final Unit unit;
    private final Function<TypeElement, OwnerBridges> bridges;
    private final FrameNames frames;
    private final IdentityHashMap<Tree, Optional<AsyncLambda>> known = new IdentityHashMap<>();
    private final List<AsyncMethod> machines = new ArrayList<>();

    AsyncLambdas(Unit unit, Function<TypeElement, OwnerBridges> bridges, FrameNames frames) {
        this.unit = unit;
        this.bridges = bridges;
        this.frames = frames;
    }

    /** Those that were read, the inner ones before those around them. */
    List<AsyncMethod> machines() {
        return machines;
    }

    /**
     * The lambda, if it awaits.
     *
     * @param around where the code that holds it stands
     * @param frame the class that this code becomes
     */
    Optional<AsyncLambda> of(TreePath path, Surroundings around, String frame) {
        Optional<AsyncLambda> found = known.get(path.getLeaf());
        if (found == null) {
            found = read(path, around, frame + "_" + LambdaName.of(path), false);
            known.put(path.getLeaf(), found);
            found.ifPresent(lambda -> machines.add(lambda.machine()));
        }
        return found;
    }

    /** A lambda that awaits, in code that stays as it is. */
    void read(TreePath path) {
        Surroundings around = Surroundings.ofLambda(unit, path);
        String member = FrameNames.wish(around.element());
        String frame = around.path() == path.getParentPath() ? member : member + "_" + LambdaName.of(path);
        read(path, around, frame, true).ifPresent(lambda -> machines.add(0, lambda.machine()));
    }

    private Optional<AsyncLambda> read(TreePath path, Surroundings around, String frame, boolean stays) {
        LambdaExpressionTree tree = (LambdaExpressionTree) path.getLeaf();
        AwaitFinder awaits = new AwaitFinder(unit.trees(), unit.vocabulary());
        awaits.scan(new TreePath(path, tree.getBody()), null);
        TypeMirror type = unit.trees().getTypeMirror(path);
        if (!awaits.contains(tree.getBody()) || type == null) {
            return Optional.empty();
        }
        return unit.vocabulary()
                .function(type)
                .filter(function -> unit.vocabulary().isResult(function.result()))
                .map(function -> {
                    PackageElement in = unit.elements().getPackageOf(around.owner());
                    LambdaReader reader = new LambdaReader(around, path, function, stays);
                    return reader.read(frames.of(path.getLeaf(), in, frame), awaits, this, bridges);
                });
    }
}
