package dev.fermata.processor.discover;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Looks, by name only, for anything that could be ours: most classes have nothing, and asking javac for elements is dearer. */
final class Mentions extends TreeScanner<Boolean, Void> {
    static boolean in(Tree tree) {
        return Boolean.TRUE.equals(new Mentions().scan(tree, null));
    }

    static @Nullable Name simpleName(Tree tree) {
        if (tree instanceof IdentifierTree identifier) {
            return identifier.getName();
        }
        return tree instanceof MemberSelectTree select ? select.getIdentifier() : null;
    }

    @Override
    public Boolean visitAnnotation(AnnotationTree annotation, Void unused) {
        return isNamed("Async", simpleName(annotation.getAnnotationType()))
                || or(super.visitAnnotation(annotation, null));
    }

    @Override
    public Boolean visitMethodInvocation(MethodInvocationTree call, Void unused) {
        return isOurs(simpleName(call.getMethodSelect())) || or(super.visitMethodInvocation(call, null));
    }

    @Override
    public Boolean visitMemberReference(MemberReferenceTree reference, Void unused) {
        return isOurs(reference.getName()) || or(super.visitMemberReference(reference, null));
    }

    @Override
    public Boolean reduce(Boolean left, Boolean right) {
        return or(left) || or(right);
    }

    private static boolean or(@Nullable Boolean found) {
        return Boolean.TRUE.equals(found);
    }

    private static boolean isOurs(@Nullable Name name) {
        return isNamed("await", name) || isNamed("emit", name) || isNamed("each", name);
    }

    private static boolean isNamed(String expected, @Nullable Name name) {
        return name != null && name.contentEquals(expected);
    }
}
