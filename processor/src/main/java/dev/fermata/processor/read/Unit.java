package dev.fermata.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import dev.fermata.processor.discover.Vocabulary;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** One compilation unit, and what javac can tell about it. */
record Unit(
        CompilationUnitTree tree,
        Source source,
        Trees trees,
        Elements elements,
        Types types,
        Vocabulary vocabulary,
        Denotable denotable,
        Constants constants) {
    static Unit of(CompilationUnitTree tree, Trees trees, Elements elements, Types types) {
        return new Unit(
                tree,
                new Source(tree, trees),
                trees,
                elements,
                types,
                new Vocabulary(elements, types),
                new Denotable(types),
                new Constants(trees));
    }
}
