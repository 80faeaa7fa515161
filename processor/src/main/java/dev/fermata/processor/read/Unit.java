package dev.fermata.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import dev.fermata.processor.discover.Vocabulary;
import java.util.Arrays;
import java.util.Map;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * One compilation unit, and what javac can tell about it.
 *
 * @param level of the language that it is in
 */
record Unit(
        CompilationUnitTree tree,
        Source source,
        Trees trees,
        Elements elements,
        Types types,
        Vocabulary vocabulary,
        Denotable denotable,
        LocalClasses localClasses,
        PrivateNames privateNames,
        Constants constants,
        SourceVersion level) {
    static Unit of(
            CompilationUnitTree tree,
            Trees trees,
            Elements elements,
            Types types,
            SourceVersion level,
            Subclasses roots) {
        LocalClasses localClasses = new LocalClasses();
        Source source = new Source(tree, trees);
        return new Unit(
                tree,
                source,
                trees,
                elements,
                types,
                new Vocabulary(elements, types),
                new Denotable(types, localClasses, Map.of(), source),
                localClasses,
                new PrivateNames(elements, roots),
                new Constants(trees),
                level);
    }

    /** Whether a switch that finds no case fails with a {@code MatchException}. */
    boolean hasMatchException() {
        return Arrays.stream(SourceVersion.values())
                .filter(version -> version.name().equals("RELEASE_21"))
                .anyMatch(version -> level.compareTo(version) >= 0);
    }

    /** The name of a member in the widened view. */
    String nameOf(Element member) {
        return privateNames.of(member, this);
    }

    /** The same with other names for some type variables. */
    Unit naming(Map<Element, String> typeVariables) {
        return new Unit(
                tree,
                source,
                trees,
                elements,
                types,
                vocabulary,
                new Denotable(types, localClasses, typeVariables, source),
                localClasses,
                privateNames,
                constants,
                level);
    }

    /** The same with what another processor has put into a method. */
    Unit with(Supplements supplements) {
        return new Unit(
                tree,
                source.with(supplements),
                trees,
                elements,
                types,
                vocabulary,
                denotable,
                localClasses,
                privateNames,
                constants,
                level);
    }
}
