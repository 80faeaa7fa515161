package dev.fermata.processor.discover;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.message.Message;
import dev.fermata.processor.message.Reporter;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What an {@code @Async} method must look like from outside. */
final class Signature {
    private final Trees trees;
    private final Vocabulary vocabulary;
    private final Reporter reporter;

    Signature(Trees trees, Vocabulary vocabulary, Reporter reporter) {
        this.trees = trees;
        this.vocabulary = vocabulary;
        this.reporter = reporter;
    }

    /** Reports all that is wrong with the method's declaration. */
    void check(TreePath path) {
        MethodTree tree = (MethodTree) path.getLeaf();
        ExecutableElement method = (ExecutableElement) trees.getElement(path);
        String name = method.getSimpleName().toString();
        if (QualifiedCreation.isAround(path)) {
            reporter.error(Message.ASYNC_IN_LOCAL_CLASS, path, name);
        }
        if (method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
            reporter.error(Message.ASYNC_SYNCHRONIZED, path, name);
        }
        if (tree.getBody() == null) {
            String kind = method.getModifiers().contains(Modifier.NATIVE) ? "native" : "abstract";
            reporter.error(Message.ASYNC_WITHOUT_BODY, path, name, kind);
        }
        checkResult(method.getReturnType(), name, path, tree.getReturnType());
    }

    private void checkResult(TypeMirror type, String name, TreePath path, @Nullable Tree place) {
        Message message = problem(type);
        if (message != null) {
            reporter.error(message, place == null ? path : new TreePath(path, place), name, type);
        }
    }

    private @Nullable Message problem(TypeMirror type) {
        if (vocabulary.isNamesakeOfTask(type)) {
            return Message.RETURNS_OTHER_TASK;
        }
        if (vocabulary.returns(type) == null) {
            return Message.RETURNS_NO_TASK;
        }
        boolean raw = type instanceof DeclaredType declared
                && declared.getTypeArguments().isEmpty();
        return raw ? Message.RETURNS_RAW_TASK : null;
    }
}
