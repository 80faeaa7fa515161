package dev.fermata.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.message.Message;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Refuses calls that a private method of a superclass in the same nest would take over: no class inherits it, but in the
 * widened view, where it is not private, it is one more overload.
 */
final class PrivateOverloads extends TreePathScanner<Void, Void> {
    private final Unit unit;
    private final TypeElement owner;

    PrivateOverloads(Unit unit, TypeElement owner) {
        this.unit = unit;
        this.owner = owner;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
        if (unit.trees().getElement(getCurrentPath()) instanceof ExecutableElement method
                && tree.getMethodSelect() instanceof MemberSelectTree select) {
            TreePath receiver = new TreePath(new TreePath(getCurrentPath(), select), select.getExpression());
            check(method, unit.trees().getTypeMirror(receiver));
        } else if (unit.trees().getElement(getCurrentPath()) instanceof ExecutableElement method) {
            checkUnqualified(method);
        }
        return super.visitMethodInvocation(tree, null);
    }

    /** In any class around the call: which of them it is found in is not asked, so that some harmless ones are refused too. */
    private void checkUnqualified(ExecutableElement method) {
        for (TreePath at = getCurrentPath(); at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof ClassTree && unit.trees().getElement(at) instanceof TypeElement type) {
                check(method, type.asType());
            }
        }
    }

    private void check(ExecutableElement method, @Nullable TypeMirror receiver) {
        Types types = unit.types();
        Element at = receiver == null ? null : types.asElement(types.erasure(receiver));
        while (at instanceof TypeElement type) {
            at = types.asElement(type.getSuperclass());
            if (at instanceof TypeElement superclass) {
                for (ExecutableElement other : ElementFilter.methodsIn(superclass.getEnclosedElements())) {
                    if (other.getModifiers().contains(Modifier.PRIVATE) && isRival(other, method)) {
                        throw new Rejection(
                                Message.PRIVATE_OVERLOAD,
                                getCurrentPath(),
                                method.getSimpleName(),
                                superclass.getSimpleName());
                    }
                }
            }
        }
    }

    private boolean isRival(ExecutableElement other, ExecutableElement method) {
        boolean sameCount =
                other.getParameters().size() == method.getParameters().size();
        return !other.equals(method)
                && other.getSimpleName().equals(method.getSimpleName())
                && (sameCount || other.isVarArgs() || method.isVarArgs())
                && !Objects.equals(other.getEnclosingElement(), method.getEnclosingElement())
                && Mentioned.outermost(other).equals(Mentioned.outermost(owner));
    }
}
