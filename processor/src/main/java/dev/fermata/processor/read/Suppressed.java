package dev.fermata.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** The lint that the user has suppressed, in a body or around it: the machine's class is another, and has one annotation for all. */
final class Suppressed extends TreePathScanner<Void, Void> {
    private final Unit unit;
    private final Set<String> lint = new TreeSet<>();

    private Suppressed(Unit unit) {
        this.unit = unit;
    }

    static Set<String> in(TreePath code, Element around, Mentioned mentioned, Unit unit) {
        Suppressed suppressed = new Suppressed(unit);
        suppressed.lint.addAll(mentioned.deprecation());
        for (Element at = around; at != null; at = at.getEnclosingElement()) {
            suppressed.add(at);
        }
        suppressed.scan(code, null);
        return suppressed.lint;
    }

    private void add(@Nullable Element declared) {
        SuppressWarnings annotation = declared == null ? null : declared.getAnnotation(SuppressWarnings.class);
        if (annotation != null) {
            lint.addAll(List.of(annotation.value()));
        }
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, Void unused) {
        add(unit.trees().getElement(getCurrentPath()));
        return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, Void unused) {
        add(unit.trees().getElement(getCurrentPath()));
        return super.visitMethod(tree, null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, Void unused) {
        add(unit.trees().getElement(getCurrentPath()));
        return super.visitClass(tree, null);
    }
}
