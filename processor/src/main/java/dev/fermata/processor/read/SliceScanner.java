package dev.fermata.processor.read;

import com.palantir.javapoet.TypeName;
import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fermata.processor.ir.InferredType;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Part.Access;
import dev.fermata.processor.ir.Stmt;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the trees of a slice and notes what must be replaced in its text: names of types, members and locals, and
 * jumps that leave it. What it does not know it passes over, so that syntax of later versions stays as it is.
 */
final class SliceScanner extends JumpScanner {
    private final Body body;
    private final Source source;
    private final Fragments fragments;
    private final Map<Tree, List<Part>> holes;
    private final Slice slice = new Slice();
    private final MemberNames memberNames;
    private final ProtectedFields protectedFields;
    private final TypeNames typeNames;
    private final Creations creations;
    private final InferredArguments arguments;
    private final Deque<TypeElement> bodies = new ArrayDeque<>();
    private final Map<Integer, Integer> declaratorEnds = new HashMap<>();
    private int depth;
    private int guards;

    /** @param holes trees that are not looked into, with what stands in their place */
    SliceScanner(Body body, Fragments fragments, Map<Tree, List<Part>> holes) {
        this.body = body;
        this.source = body.unit().source();
        this.fragments = fragments;
        this.holes = holes;
        this.typeNames = new TypeNames(body, fragments.members(), slice);
        this.creations = new Creations(body, slice);
        this.arguments = new InferredArguments(body, fragments.types());
        this.memberNames = new MemberNames(body, fragments.members(), slice, bodies);
        this.protectedFields = new ProtectedFields(body, memberNames, slice);
    }

    Slice slice() {
        return slice;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, Void unused) {
        List<Part> hole = tree == null ? null : holes.get(tree);
        if (tree == null || hole == null) {
            return super.scan(tree, null);
        }
        slice.replace(source.start(tree), source.end(tree), hole);
        return null;
    }

    /** Scans the place of an assignment. */
    void scanPlace(ExpressionTree place, Access access) {
        if (place instanceof IdentifierTree && holes.get(place) == null) {
            TreePath path = new TreePath(getCurrentPath(), place);
            Element element = body.unit().trees().getElement(path);
            if (element != null && body.locals().of(element) != null) {
                use(element, source.start(place), source.end(place), access);
                return;
            }
        }
        scan(place, null);
    }

    private @Nullable Element element() {
        return body.unit().trees().getElement(getCurrentPath());
    }

    private void use(Element variable, int start, int end, Access access) {
        Local local = body.locals().of(variable);
        if (local != null && source.text(start, end).equals(local.name())) {
            boolean captured =
                    body.locals().isCaptured(variable, depth) || guards > 0 && depth == 0 && access == Access.READ;
            Part use = new Part.Use(local, captured ? Access.CAPTURE : access);
            slice.replace(start, end, use);
        }
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, Void unused) {
        String name = tree.getName().toString();
        int start = source.start(tree);
        Element element = element();
        if (start < 0 || !source.startsWith(name, start) || element == null) {
            return null;
        }
        int end = start + name.length();
        if (name.equals("this")) {
            memberNames.self(start, end, depth);
        } else if (element instanceof TypeElement type) {
            typeNames.simple(type, getCurrentPath());
        } else if (element.getKind().isField() || element.getKind() == ElementKind.METHOD) {
            if (!isCaseLabel(element)) {
                memberNames.unqualified(element, getCurrentPath(), depth);
            }
        } else {
            use(element, start, end, Access.READ);
        }
        return null;
    }

    /** Constants of an enum have no qualifier there. */
    private boolean isCaseLabel(Element element) {
        Tree parent = getCurrentPath().getParentPath().getLeaf();
        return element.getKind() == ElementKind.ENUM_CONSTANT
                && (parent instanceof CaseTree || parent.getKind().name().equals("CONSTANT_CASE_LABEL"));
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, Void unused) {
        Element element = element();
        String name = tree.getIdentifier().toString();
        if (!source.isWritten(tree)) {
            return null;
        }
        if (name.equals("this")) {
            memberNames.qualifiedThis(getCurrentPath(), depth);
            return null;
        }
        if (element instanceof TypeElement type && !name.equals("class")) {
            if (!typeNames.qualified(type, tree, getCurrentPath())) {
                scan(tree.getExpression(), null);
            }
            return null;
        }
        if (element != null
                && memberNames.isSuper(tree.getExpression())
                && memberNames.ofSuper(element, getCurrentPath(), tree.getExpression(), depth)) {
            return null;
        }
        if (element != null
                && !name.equals("class")
                && memberNames.qualified(element, getCurrentPath(), tree.getExpression(), depth)) {
            return null;
        }
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, Void unused) {
        Element element = element();
        ExpressionTree qualifier = tree.getQualifierExpression();
        if (element != null && element.getKind() == ElementKind.CONSTRUCTOR) {
            if (creations.reference(element, getCurrentPath(), depth)
                    || memberNames.constructorReference(element, getCurrentPath(), depth)) {
                return null;
            }
        } else if (element != null
                && memberNames.isSuper(qualifier)
                && memberNames.ofSuper(element, getCurrentPath(), qualifier, depth)) {
            return scan(tree.getTypeArguments(), null);
        } else if (element != null && memberNames.qualified(element, getCurrentPath(), qualifier, depth)) {
            return scan(tree.getTypeArguments(), null);
        }
        return super.visitMemberReference(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, Void unused) {
        tree.getArguments().forEach(this::convertArgument);
        if (creations.anonymous(tree, getCurrentPath(), depth, part -> scan(part, null))) {
            return null;
        }
        if (creations.named(tree, getCurrentPath(), depth, part -> scan(part, null))) {
            scan(tree.getArguments(), null);
            return scan(tree.getClassBody(), null);
        }
        boolean qualified = memberNames.creation(tree, getCurrentPath(), depth);
        scan(tree.getEnclosingExpression(), null);
        scan(tree.getTypeArguments(), null);
        if (!qualified) {
            scan(tree.getIdentifier(), null);
        } else if (tree.getIdentifier() instanceof ParameterizedTypeTree parameterized) {
            typeNames.simpleName(parameterized.getType());
            scan(parameterized.getTypeArguments(), null);
        } else {
            typeNames.simpleName(tree.getIdentifier());
        }
        scan(tree.getArguments(), null);
        return scan(tree.getClassBody(), null);
    }

    /** Annotations of types go: before a qualified name, which a type may be printed as, they could not stand. */
    @Override
    public @Nullable Void visitAnnotatedType(AnnotatedTypeTree tree, Void unused) {
        scan(tree.getUnderlyingType(), null);
        tree.getAnnotations().forEach(this::remove);
        return null;
    }

    @Override
    public @Nullable Void visitModifiers(ModifiersTree tree, Void unused) {
        for (AnnotationTree annotation : tree.getAnnotations()) {
            TreePath path = new TreePath(getCurrentPath(), annotation);
            if (isOfType(body.unit().trees().getElement(new TreePath(path, annotation.getAnnotationType())))) {
                remove(annotation);
            } else {
                scan(annotation, null);
            }
        }
        return null;
    }

    private static boolean isOfType(@Nullable Element annotation) {
        Target target = annotation == null ? null : annotation.getAnnotation(Target.class);
        return target != null && List.of(target.value()).contains(ElementType.TYPE_USE);
    }

    private void remove(AnnotationTree annotation) {
        slice.replace(source.start(annotation), source.skipSpace(source.end(annotation)), List.of());
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree tree, Void unused) {
        scan(tree.getAnnotationType(), null);
        for (ExpressionTree argument : tree.getArguments()) {
            scan(argument instanceof AssignmentTree named ? named.getExpression() : argument, null);
        }
        return null;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, Void unused) {
        if (protectedFields.assignment(tree, getCurrentPath(), depth, part -> scan(part, null))) {
            return null;
        }
        scanPlace(tree.getVariable(), Access.WRITE);
        Local local = tree.getVariable() instanceof IdentifierTree
                ? body.locals()
                        .inferred(body.unit().trees().getElement(new TreePath(getCurrentPath(), tree.getVariable())))
                : null;
        if (local != null) {
            convert(tree.getExpression(), local.type());
        }
        return scan(tree.getExpression(), null);
    }

    private void convert(Tree value, TypeName type) {
        slice.open(source.start(value), InferredType.cast(type).toArray(Part[]::new));
        if (!isPrimary(value)) {
            slice.open(source.start(value), new Part.Text("("));
            slice.close(source.end(value), new Part.Text(")"));
        }
    }

    private static boolean isPrimary(Tree value) {
        return value instanceof MethodInvocationTree
                || value instanceof NewClassTree
                || value instanceof IdentifierTree
                || value instanceof LiteralTree;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
        tree.getArguments().forEach(this::convertArgument);
        return super.visitMethodInvocation(tree, null);
    }

    private void convertArgument(ExpressionTree argument) {
        TypeName type = holes.containsKey(argument) ? null : arguments.of(new TreePath(getCurrentPath(), argument));
        if (type != null) {
            convert(argument, type);
        }
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
        if (protectedFields.update(tree, getCurrentPath(), depth, part -> scan(part, null))) {
            return null;
        }
        scanPlace(tree.getVariable(), Access.UPDATE);
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, Void unused) {
        switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> {
                if (!protectedFields.step(tree, getCurrentPath(), depth)) {
                    scanPlace(tree.getExpression(), Access.UPDATE);
                }
            }
            default -> super.visitUnary(tree, null);
        }
        return null;
    }

    @Override
    public @Nullable Void visitInstanceOf(InstanceOfTree tree, Void unused) {
        List<Local> bound = depth > 0 || tree.getPattern() == null ? List.of() : bindings(tree.getPattern());
        bound.forEach(local -> slice.open(source.start(tree), new Part.Binding(local, true)));
        super.visitInstanceOf(tree, null);
        bound.forEach(local -> slice.close(source.end(tree), new Part.Binding(local, false)));
        return null;
    }

    private List<Local> bindings(Tree pattern) {
        List<Local> bound = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree tree, Void unused) {
                Element element = body.unit().trees().getElement(getCurrentPath());
                Local local = element == null ? null : body.locals().of(element);
                if (local != null) {
                    bound.add(local);
                }
                return null;
            }
        }.scan(new TreePath(getCurrentPath(), pattern), null);
        return bound;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, Void unused) {
        Element element = element();
        Declarator declarator = Declarator.of(tree, source, declaratorEnds);
        scan(tree.getModifiers(), null);
        if (declarator.typeWritten()) {
            scan(tree.getType(), null);
        }
        if (element instanceof VariableElement && declarator.nameStart() >= 0) {
            body.locals().declaredInText(element);
            use(
                    element,
                    declarator.nameStart(),
                    declarator.nameStart() + tree.getName().length(),
                    Access.DECLARE);
        }
        return scan(tree.getInitializer(), null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, Void unused) {
        return source.isWritten(tree) ? super.visitMethod(tree, null) : null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
        Optional<AsyncLambda> async = body.asyncLambda(getCurrentPath());
        depth++;
        if (async.isPresent()) {
            scan(tree.getParameters(), null);
            new LambdaStart(body, slice).replace(async.get(), getCurrentPath(), depth);
        } else {
            super.visitLambdaExpression(tree, null);
        }
        depth--;
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, Void unused) {
        TypeElement type = (TypeElement) Objects.requireNonNull(element());
        if (body.unit().localClasses().of(type) != null) {
            creations.declaration(getCurrentPath());
            return null;
        }
        memberNames.checkLocalClass(tree, type, getCurrentPath());
        scan(tree.getModifiers(), null);
        depth++;
        if (!tree.getSimpleName().isEmpty()) {
            scan(tree.getTypeParameters(), null);
            scan(tree.getExtendsClause(), null);
            scan(tree.getImplementsClause(), null);
        }
        bodies.push(type);
        scan(tree.getMembers(), null);
        bodies.pop();
        depth--;
        return null;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, Void unused) {
        return depth > 0 ? super.visitReturn(tree, null) : exit(tree, fragments.returned(getCurrentPath()));
    }

    @Override
    public @Nullable Void visitBreak(BreakTree tree, Void unused) {
        Name label = tree.getLabel();
        return depth > 0 || staysAtBreak(label)
                ? null
                : exit(tree, new Stmt.Break(fragments.exits().breakTarget(label), source.line(tree)));
    }

    @Override
    public @Nullable Void visitContinue(ContinueTree tree, Void unused) {
        Name label = tree.getLabel();
        return depth > 0 || staysAtContinue(label)
                ? null
                : exit(tree, new Stmt.Continue(fragments.exits().continueTarget(label), source.line(tree)));
    }

    @Override
    public @Nullable Void visitYield(YieldTree tree, Void unused) {
        return depth > 0 || staysAtYield()
                ? super.visitYield(tree, null)
                : exit(tree, fragments.yielded(getCurrentPath(), fragments::plain));
    }

    /** Java lets a guard use a local only as a lambda may: one that is never assigned again. */
    @Override
    public @Nullable Void visitCase(CaseTree tree, Void unused) {
        scan(Cases.labels(tree), null);
        ExpressionTree guard = Cases.guard(tree);
        if (guard != null) {
            guards++;
            scan(guard, null);
            guards--;
        }
        return tree.getCaseKind() == CaseTree.CaseKind.RULE
                ? scan(tree.getBody(), null)
                : scan(tree.getStatements(), null);
    }

    /** Scans a guard, for its own sake. */
    void scanGuard(TreePath guard) {
        guards++;
        scan(guard, null);
        guards--;
    }

    private @Nullable Void exit(Tree tree, Stmt.Leave leave) {
        slice.replace(source.start(tree), source.end(tree), new Part.Exit(leave));
        return null;
    }
}
