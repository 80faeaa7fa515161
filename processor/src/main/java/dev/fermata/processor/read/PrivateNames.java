package dev.fermata.processor.read;

import com.sun.source.util.TreePath;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The names of private members in the widened view. There they are not private, so that subclasses in the same package would
 * inherit them: one beside whose name a subclass has a method or field of its own gets another name.
 *
 * <p>The subclasses that count are those that the compilation consists of, and those that the code of the nest mentions:
 * only through them could a name come to mean the member.
 */
final class PrivateNames {
    private final Elements elements;
    private final Subclasses roots;
    private final Map<Element, String> names = new HashMap<>();
    private final Map<Element, Subclasses> mentioned = new HashMap<>();

    /** @param roots of the classes that the compilation consists of */
    PrivateNames(Elements elements, Subclasses roots) {
        this.elements = elements;
        this.roots = roots;
    }

    /**
     * The simple name, unless it is that of a rival.
     *
     * @param unit where the member is used
     */
    String of(Element member, Unit unit) {
        boolean isPrivate = member.getModifiers().contains(Modifier.PRIVATE);
        boolean named = member.getKind() == ElementKind.METHOD || member.getKind() == ElementKind.FIELD;
        return isPrivate && named
                ? names.computeIfAbsent(member, key -> name(key, unit))
                : member.getSimpleName().toString();
    }

    private String name(Element member, Unit unit) {
        TypeElement declaring = (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
        Subclasses inNest = mentioned.computeIfAbsent(Mentioned.outermost(declaring), top -> mentioned(top, unit));
        boolean hasRival = Stream.concat(roots.of(declaring).stream(), inNest.of(declaring).stream())
                .anyMatch(subclass -> hasRival(member, subclass));
        if (!hasRival) {
            return member.getSimpleName().toString();
        }
        String binary = elements.getBinaryName(declaring).toString();
        return "private$" + binary.substring(binary.lastIndexOf('.') + 1) + "$" + member.getSimpleName();
    }

    private boolean hasRival(Element member, TypeElement subclass) {
        return elements.getAllMembers(subclass).stream()
                .anyMatch(other -> other.getKind() == member.getKind()
                        && !other.equals(member)
                        && other.getSimpleName().equals(member.getSimpleName()));
    }

    /** Of a top-level class, which javac has attributed; another one in the file it may not have. */
    private static Subclasses mentioned(Element top, Unit unit) {
        Subclasses subclasses = new Subclasses(unit.types());
        TreePath path = unit.trees().getPath(top);
        if (path != null) {
            Mentioned all = new Mentioned(unit, (TypeElement) top);
            all.addBody(path);
            all.classes().forEach(subclasses::add);
            all.local().forEach(subclasses::add);
        }
        return subclasses;
    }
}
