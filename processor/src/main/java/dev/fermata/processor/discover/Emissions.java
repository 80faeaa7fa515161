package dev.fermata.processor.discover;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.ir.Returns;
import dev.fermata.processor.message.Message;
import dev.fermata.processor.message.Reporter;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * Whether the method that an {@code emit} stands in returns a sequence of such values. javac cannot tell, since {@code emit} does
 * not know that method.
 */
final class Emissions {
    private final Trees trees;
    private final Types types;
    private final Vocabulary vocabulary;
    private final Reporter reporter;

    Emissions(Trees trees, Types types, Vocabulary vocabulary, Reporter reporter) {
        this.trees = trees;
        this.types = types;
        this.vocabulary = vocabulary;
        this.reporter = reporter;
    }

    /** @param emit the name of the method, where an {@code @Async} body may be held */
    void check(TreePath emit, TreePath value) {
        TreePath at = emit;
        while (!(at.getLeaf() instanceof MethodTree || at.getLeaf() instanceof LambdaExpressionTree)) {
            at = at.getParentPath();
        }
        Element element = trees.getElement(at);
        if (!(at.getLeaf() instanceof MethodTree) || !(element instanceof ExecutableElement method)) {
            reporter.error(Message.EMIT_PLACE, emit, "in a lambda");
        } else if (vocabulary.returns(method.getReturnType()) != Returns.SEQUENCE) {
            reporter.error(Message.EMIT_WITHOUT_SEQUENCE, emit, method.getSimpleName(), method.getReturnType());
        } else {
            check(value, method);
        }
    }

    private void check(TreePath value, ExecutableElement method) {
        DeclaredType sequence = (DeclaredType) method.getReturnType();
        TypeMirror given = trees.getTypeMirror(value);
        if (sequence.getTypeArguments().isEmpty() || given == null || given.getKind() == TypeKind.ERROR) {
            return; // said elsewhere
        }
        TypeMirror element = sequence.getTypeArguments().get(0);
        if (element instanceof WildcardType wildcard) {
            element = wildcard.getExtendsBound();
        }
        if (element != null && given.getKind() != TypeKind.NULL && !types.isAssignable(given, element)) {
            reporter.error(Message.EMIT_TYPE, value, given, method.getSimpleName(), element);
        }
    }
}
