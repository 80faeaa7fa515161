package dev.fermata.processor.discover;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.message.Reporter;
import java.util.List;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Finds the async code of an analysed class: {@code @Async} methods, and lambdas that await in other code of an {@code @Async}
 * class.
 *
 * <p>Before: javac has attributed the class. After: every method and lambda in the list has a signature that we compile, and each {@code
 * await} in it stands where it may; whatever is wrong anywhere in the class has been reported.
 */
public final class Discovery {
    private final Trees trees;
    private final Types types;
    private final Vocabulary vocabulary;
    private final Reporter reporter;

    public Discovery(Trees trees, Elements elements, Types types, Reporter reporter) {
        this.trees = trees;
        this.types = types;
        this.vocabulary = new Vocabulary(elements, types);
        this.reporter = reporter;
    }

    /** The async code of the class and of all classes in it, in the order of the source; what stands in it is part of it. */
    public List<TreePath> code(TreePath topLevelClass) {
        if (!Mentions.in(topLevelClass.getLeaf())) {
            return List.of();
        }
        Signature signature = new Signature(trees, vocabulary, reporter);
        Emissions emissions = new Emissions(trees, types, vocabulary, reporter);
        Placement placement = new Placement(trees, vocabulary, reporter, signature, emissions);
        placement.scan(topLevelClass, null);
        return placement.accepted();
    }
}
