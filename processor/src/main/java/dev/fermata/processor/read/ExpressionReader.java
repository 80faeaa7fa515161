package dev.fermata.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.discover.Vocabulary;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.InferredType;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Wait;
import dev.fermata.processor.message.Message;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads expressions: those with an await get a structure, operand by operand. */
final class ExpressionReader {
    private final Body body;
    private final Source source;
    private final Fragments fragments;
    private final Unboxing unboxing;
    private final InferredArguments arguments;
    private @Nullable SwitchReader switches;

    ExpressionReader(Body body, Fragments fragments) {
        this.body = body;
        this.source = body.unit().source();
        this.fragments = fragments;
        this.unboxing = new Unboxing(body.unit(), fragments.types());
        this.arguments = new InferredArguments(body, fragments.types());
    }

    /** A switch expression holds statements, whose reader in turn reads expressions. */
    void readSwitchesWith(SwitchReader reader) {
        switches = reader;
    }

    private SwitchReader switches() {
        return Objects.requireNonNull(switches);
    }

    Expr read(TreePath path) {
        Tree tree = path.getLeaf();
        if (!body.awaits(tree)) {
            return plain(path);
        }
        if (tree instanceof ParenthesizedTree parenthesized) {
            return parenthesized(path, child(path, parenthesized.getExpression()));
        }
        if (tree instanceof MethodInvocationTree call) {
            Wait wait = waitOf(element(path));
            if (wait != null) {
                return await(path, child(path, call.getArguments().get(0)), wait);
            }
        }
        if (tree instanceof ConditionalExpressionTree conditional) {
            return new Expr.Conditional(
                    condition(child(path, conditional.getCondition())),
                    read(child(path, conditional.getTrueExpression())),
                    read(child(path, conditional.getFalseExpression())),
                    fragments.types().of(path));
        }
        if (tree instanceof BinaryTree binary && isShortCircuit(binary)) {
            return new Expr.ShortCircuit(
                    binary.getKind() == Tree.Kind.CONDITIONAL_AND,
                    condition(child(path, binary.getLeftOperand())),
                    condition(child(path, binary.getRightOperand())));
        }
        if (tree instanceof SwitchExpressionTree choice && SwitchReader.isCut(choice.getCases(), body)) {
            return switches().expression(choice, path, null);
        }
        if (tree instanceof CompoundAssignmentTree assignment && body.awaits(assignment.getExpression())) {
            return compound(assignment, path);
        }
        return template(path);
    }

    /** An expression in whose place parentheses around it mean nothing. */
    Expr condition(TreePath path) {
        TreePath inner = path;
        while (inner.getLeaf() instanceof ParenthesizedTree parenthesized) {
            inner = child(inner, parenthesized.getExpression());
        }
        return read(inner);
    }

    private Expr.Plain plain(TreePath path) {
        String variable = body.opened().get(path.getLeaf());
        if (variable != null) {
            throw new Rejection(Message.ASSIGNED_AND_CAPTURED, path, variable);
        }
        return fragments.plain(path);
    }

    /** What becomes the value of a variable needs no parentheses; other text does. */
    private Expr parenthesized(TreePath path, TreePath inner) {
        Expr expr = read(inner);
        if (expr instanceof Expr.Template || expr instanceof Expr.Compound) {
            return new Expr.Template(
                    fragments.code(path, Map.of(inner.getLeaf(), List.of(new Part.Operand(expr)))), expr.type());
        }
        return expr;
    }

    private @Nullable Wait waitOf(@Nullable Element called) {
        Vocabulary vocabulary = body.unit().vocabulary();
        if (vocabulary.isAwait(called)) {
            return vocabulary.isStageAwait(called) ? Wait.STAGE : Wait.TASK;
        }
        return vocabulary.isEmit(called) ? Wait.EMIT : null;
    }

    private Expr await(TreePath path, TreePath task, Wait wait) {
        TypeName type = fragments.types().of(path);
        String hint = wait == Wait.EMIT ? "emitted" + emitted(task) : hint(task);
        return new Expr.Await(condition(task), type, hint, source.line(path.getLeaf()), wait);
    }

    /** The name of a value that is emitted; none if it has none. */
    private String emitted(TreePath value) {
        TreePath inner = value;
        while (inner.getLeaf() instanceof MethodInvocationTree call && waitOf(element(inner)) != null) {
            inner = child(inner, call.getArguments().get(0));
        }
        String name = hint(inner);
        return name.equals("await") ? "" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String hint(TreePath task) {
        Tree tree = task.getLeaf();
        while (tree instanceof ParenthesizedTree parenthesized) {
            tree = parenthesized.getExpression();
        }
        if (tree instanceof MethodInvocationTree call) {
            tree = call.getMethodSelect();
        }
        if (tree instanceof NewClassTree creation) {
            tree = creation.getIdentifier();
        }
        if (tree instanceof MemberSelectTree select) {
            return select.getIdentifier().toString();
        }
        return tree instanceof IdentifierTree identifier ? identifier.getName().toString() : "await";
    }

    private static boolean isShortCircuit(Tree tree) {
        return tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR;
    }

    private Expr compound(CompoundAssignmentTree tree, TreePath path) {
        TreePath variable = child(path, tree.getVariable());
        while (variable.getLeaf() instanceof ParenthesizedTree parenthesized) {
            variable = child(variable, parenthesized.getExpression());
        }
        Tree place = variable.getLeaf();
        Expr value = read(child(path, tree.getExpression()));
        Slice unused = new Slice();
        MemberNames names = new MemberNames(body, fragments.members(), unused, List.of());
        Expr bridged = new ProtectedFields(body, names, unused).update(tree, path, value);
        if (bridged != null) {
            return bridged;
        }
        Local local = place instanceof IdentifierTree ? local(variable) : null;
        Code code = local == null
                ? fragments.code(variable, holes(operands(variable)))
                : Code.of(source.line(place), new Part.Use(local, Part.Access.WRITE));
        return new Expr.Compound(
                code, Operators.of(tree), value, fragments.types().of(variable));
    }

    private @Nullable Local local(TreePath path) {
        Element element = element(path);
        return element == null ? null : body.locals().of(element);
    }

    private Expr template(TreePath path) {
        return new Expr.Template(
                fragments.code(path, holes(operands(path))), fragments.types().of(path));
    }

    private Map<Tree, List<Part>> holes(List<TreePath> operands) {
        IdentityHashMap<Tree, List<Part>> holes = new IdentityHashMap<>();
        int last = lastThatAwaits(operands);
        for (int i = 0; i < operands.size(); i++) {
            TreePath operand = operands.get(i);
            boolean enclosing = operand.getParentPath().getLeaf() instanceof NewClassTree creation
                    && creation.getEnclosingExpression() == operand.getLeaf();
            Expr expr = i < last ? unboxing.of(read(operand), operand) : read(operand);
            List<Part> part = List.of(new Part.Operand(enclosing ? nonNull(expr) : expr));
            TypeName converted = arguments.of(operand);
            holes.put(operand.getLeaf(), converted == null ? part : InferredType.convert(converted, part));
        }
        return holes;
    }

    private int lastThatAwaits(List<TreePath> operands) {
        int last = operands.size() - 1;
        while (last >= 0 && !body.awaits(operands.get(last).getLeaf())) {
            last--;
        }
        return last;
    }

    /** The null check of {@code outer.new Inner(...)} comes before the arguments. */
    private static Expr nonNull(Expr outer) {
        return new Expr.Template(
                Code.of(
                        outer.line(),
                        new Part.Type(ClassName.get(Objects.class)),
                        new Part.Text(".requireNonNull("),
                        new Part.Operand(outer),
                        new Part.Text(")")),
                outer.type());
    }

    /** The operands of an expression, in the order in which they are evaluated. */
    private List<TreePath> operands(TreePath path) {
        List<TreePath> operands = new ArrayList<>();
        Tree tree = path.getLeaf();
        if (tree instanceof MethodInvocationTree call) {
            if (call.getMethodSelect() instanceof MemberSelectTree select) {
                addReceiver(child(path, select), select.getExpression(), operands);
            }
            addAll(path, call.getArguments(), operands);
        } else if (tree instanceof MemberSelectTree select) {
            addReceiver(path, select.getExpression(), operands);
        } else if (tree instanceof NewClassTree creation) {
            addAll(path, creation.getEnclosingExpression(), operands);
            addAll(path, creation.getArguments(), operands);
        } else if (tree instanceof NewArrayTree array) {
            addArray(path, array, operands);
        } else if (tree instanceof BinaryTree binary) {
            addAll(path, List.of(binary.getLeftOperand(), binary.getRightOperand()), operands);
        } else if (tree instanceof UnaryTree unary) {
            addUnary(path, unary, operands);
        } else if (tree instanceof AssignmentTree assignment) {
            addPlace(child(path, assignment.getVariable()), operands);
            operands.add(child(path, assignment.getExpression()));
        } else if (tree instanceof CompoundAssignmentTree assignment) {
            addPlace(child(path, assignment.getVariable()), operands);
            operands.add(child(path, assignment.getExpression()));
        } else if (tree instanceof TypeCastTree cast) {
            operands.add(child(path, cast.getExpression()));
        } else if (tree instanceof InstanceOfTree test) {
            operands.add(child(path, test.getExpression()));
        } else if (tree instanceof ArrayAccessTree access) {
            addAll(path, List.of(access.getExpression(), access.getIndex()), operands);
        } else if (tree instanceof MemberReferenceTree reference) {
            operands.add(child(path, reference.getQualifierExpression()));
        } else if (tree instanceof SwitchExpressionTree choice) {
            operands.add(selector(path, choice.getExpression()));
        } else if (!(tree instanceof IdentifierTree)) {
            throw new Rejection(Message.SYNTAX_WITH_AWAIT, path, tree.getKind());
        }
        return operands;
    }

    private static TreePath selector(TreePath path, ExpressionTree tree) {
        return tree instanceof ParenthesizedTree parenthesized
                ? child(child(path, tree), parenthesized.getExpression())
                : child(path, tree);
    }

    private void addUnary(TreePath path, UnaryTree tree, List<TreePath> operands) {
        switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                addPlace(child(path, tree.getExpression()), operands);
            default -> operands.add(child(path, tree.getExpression()));
        }
    }

    /** What is evaluated of the place of an assignment: never the place itself. */
    private void addPlace(TreePath place, List<TreePath> operands) {
        if (place.getLeaf() instanceof ParenthesizedTree parenthesized) {
            addPlace(child(place, parenthesized.getExpression()), operands);
        } else {
            operands.addAll(operands(place));
        }
    }

    private void addReceiver(TreePath select, ExpressionTree receiver, List<TreePath> operands) {
        TreePath path = child(select, receiver);
        if (!isName(path, receiver)) {
            operands.add(path);
        }
    }

    /** A type or package, {@code this} or {@code super}: nothing to evaluate. */
    private boolean isName(TreePath path, ExpressionTree tree) {
        if (tree instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            if (name.equals("this") || name.equals("super")) {
                return true;
            }
        }
        if (tree instanceof MemberSelectTree select) {
            String name = select.getIdentifier().toString();
            if (name.equals("this") || name.equals("super")) {
                return true;
            }
        }
        boolean named = tree instanceof IdentifierTree || tree instanceof MemberSelectTree;
        Element element = named ? element(path) : null;
        return element instanceof TypeElement || element instanceof PackageElement;
    }

    private void addArray(TreePath path, NewArrayTree tree, List<TreePath> operands) {
        addAll(path, tree.getDimensions(), operands);
        if (tree.getInitializers() != null) {
            for (ExpressionTree element : tree.getInitializers()) {
                TreePath at = child(path, element);
                if (element instanceof NewArrayTree nested && nested.getType() == null) {
                    addArray(at, nested, operands);
                } else {
                    operands.add(at);
                }
            }
        }
    }

    private static void addAll(TreePath parent, @Nullable ExpressionTree tree, List<TreePath> operands) {
        if (tree != null) {
            operands.add(child(parent, tree));
        }
    }

    private static void addAll(TreePath parent, List<? extends ExpressionTree> trees, List<TreePath> operands) {
        for (ExpressionTree tree : trees) {
            operands.add(child(parent, tree));
        }
    }

    private @Nullable Element element(TreePath path) {
        return body.unit().trees().getElement(path);
    }

    private static TreePath child(TreePath parent, Tree tree) {
        return new TreePath(parent, tree);
    }
}
