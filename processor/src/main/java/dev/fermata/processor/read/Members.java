package dev.fermata.processor.read;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds through which class or instance the generated class, which stands beside the owner, reaches a member. */
final class Members {
    private final Body body;
    private final Elements elements;
    private final Types types;
    private final Map<TypeElement, Set<Element>> inherited = new HashMap<>();

    Members(Body body) {
        this.body = body;
        this.elements = body.unit().elements();
        this.types = body.unit().types();
    }

    /** Where {@code member} is found from inside of the given class bodies, the innermost first. */
    Home home(Element member, Collection<TypeElement> bodies) {
        for (TypeElement type : bodies) {
            if (isMemberOf(member, type)) {
                return new Home.Inside();
            }
        }
        for (TypeElement type : Enclosing.classes(body.owner())) {
            if (isMemberOf(member, type)) {
                return in(member, type);
            }
        }
        return new Home.Static(imported(member));
    }

    private Home in(Element member, TypeElement type) {
        TypeElement declaring = (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
        if (member.getModifiers().contains(Modifier.STATIC)) {
            return new Home.Static(isAccessible(declaring) ? declaring : type);
        }
        return type.equals(body.owner()) ? new Home.Self() : new Home.Enclosing(type);
    }

    boolean isMemberOf(Element member, TypeElement type) {
        Element declaring = member.getEnclosingElement();
        if (type.equals(declaring)) {
            return true;
        }
        return declaring instanceof TypeElement superclass
                && isSubclass(type, superclass)
                && inherited
                        .computeIfAbsent(type, key -> new HashSet<>(elements.getAllMembers(key)))
                        .contains(member);
    }

    boolean isSubclass(TypeElement type, TypeElement superclass) {
        return isSubclass(type.asType(), superclass);
    }

    boolean isSubclass(TypeMirror type, TypeElement superclass) {
        return types.isSubtype(types.erasure(type), types.erasure(superclass.asType()));
    }

    boolean isSameClass(TypeMirror type, TypeElement element) {
        return types.isSameType(types.erasure(type), types.erasure(element.asType()));
    }

    /** Whether a type is a class within the owner's top-level class. */
    boolean isInNest(TypeMirror type) {
        Element element = types.asElement(types.erasure(type));
        return element != null && outermost(element).equals(outermost(body.owner()));
    }

    private static Element outermost(Element element) {
        Element at = element;
        while (at.getEnclosingElement() != null && !(at.getEnclosingElement() instanceof PackageElement)) {
            at = at.getEnclosingElement();
        }
        return at;
    }

    /** Whether the owner's package, or everyone, may name the class: its private members are widened. */
    boolean isAccessible(TypeElement type) {
        if (samePackage(type)) {
            return true;
        }
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)
                    && !Objects.requireNonNull(at.getEnclosingElement())
                            .getKind()
                            .isInterface()) {
                return false;
            }
        }
        return true;
    }

    private boolean samePackage(Element element) {
        return elements.getPackageOf(element).equals(elements.getPackageOf(body.owner()));
    }

    /** Whether only subclasses may use the member, as the generated class is none. */
    boolean isForeignProtected(Element member) {
        return member.getModifiers().contains(Modifier.PROTECTED) && !samePackage(member);
    }

    /** The innermost class around the method that may use a protected member (JLS 6.6.2.1), through the receiver if any. */
    @Nullable TypeElement heir(Element member, @Nullable TypeMirror receiver) {
        TypeElement declaring = (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
        for (TypeElement type : Enclosing.classes(body.owner())) {
            if (isSubclass(type, declaring) && (receiver == null || isSubclass(receiver, type))) {
                return type;
            }
        }
        return null;
    }

    /** Whether a class body inside the method may use a protected member by itself. */
    boolean isInheritedBy(Collection<TypeElement> bodies, Element member, @Nullable TypeMirror receiver) {
        TypeElement declaring = (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
        return bodies.stream()
                .anyMatch(type -> isSubclass(type, declaring) && (receiver == null || isSubclass(receiver, type)));
    }

    /** The class that a static import names the member by, if its own cannot be named. */
    private TypeElement imported(Element member) {
        TypeElement declaring = (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
        if (isAccessible(declaring)) {
            return declaring;
        }
        for (ImportTree tree : body.unit().tree().getImports()) {
            if (tree.isStatic() && tree.getQualifiedIdentifier() instanceof MemberSelectTree select) {
                TreePath unit = new TreePath(body.unit().tree());
                TreePath type = new TreePath(new TreePath(new TreePath(unit, tree), select), select.getExpression());
                boolean named = select.getIdentifier().contentEquals("*")
                        || select.getIdentifier().equals(member.getSimpleName());
                if (named
                        && body.unit().trees().getElement(type) instanceof TypeElement through
                        && isSubclass(through, declaring)) {
                    return through;
                }
            }
        }
        return declaring;
    }
}
