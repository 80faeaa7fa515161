package dev.fermata.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Name;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Whether a statement can complete normally (JLS 14.22). */
final class Completion {
    private final Unit unit;

    Completion(Unit unit) {
        this.unit = unit;
    }

    boolean completes(TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof BlockTree block) {
            return completes(block.getStatements(), path);
        }
        if (tree instanceof IfTree branch) {
            return branch.getElseStatement() == null
                    || completes(path, branch.getThenStatement())
                    || completes(path, branch.getElseStatement());
        }
        if (tree instanceof LabeledStatementTree labeled) {
            return completes(path, labeled.getStatement()) || isLeft(path, labeled.getLabel());
        }
        if (tree instanceof WhileLoopTree loop) {
            return !isTrue(path, loop.getCondition()) || isLeft(path, null);
        }
        if (tree instanceof DoWhileLoopTree loop) {
            boolean tested = completes(path, loop.getStatement()) || isContinued(path);
            return tested && !isTrue(path, loop.getCondition()) || isLeft(path, null);
        }
        if (tree instanceof ForLoopTree loop) {
            return loop.getCondition() != null && !isTrue(path, loop.getCondition()) || isLeft(path, null);
        }
        if (tree instanceof SynchronizedTree locked) {
            return completes(path, locked.getBlock());
        }
        if (tree instanceof TryTree attempt) {
            return completesTry(attempt, path);
        }
        return tree instanceof SwitchTree choice ? completesSwitch(choice, path) : !isJump(tree);
    }

    private static boolean isJump(Tree tree) {
        return switch (tree.getKind()) {
            case RETURN, THROW, BREAK, CONTINUE, YIELD -> true;
            default -> false;
        };
    }

    private boolean completes(TreePath parent, Tree child) {
        return completes(new TreePath(parent, child));
    }

    private boolean completes(List<? extends StatementTree> statements, TreePath parent) {
        return statements.stream().allMatch(statement -> completes(parent, statement));
    }

    private boolean isTrue(TreePath parent, ExpressionTree condition) {
        return unit.constants().isTrue(new TreePath(parent, condition));
    }

    private boolean completesTry(TryTree tree, TreePath path) {
        if (tree.getFinallyBlock() != null && !completes(path, tree.getFinallyBlock())) {
            return false;
        }
        return completes(path, tree.getBlock())
                || tree.getCatches().stream().anyMatch(handler -> completesCatch(handler, path));
    }

    private boolean completesCatch(CatchTree handler, TreePath path) {
        return completes(new TreePath(path, handler), handler.getBlock());
    }

    private boolean completesSwitch(SwitchTree tree, TreePath path) {
        List<? extends CaseTree> cases = tree.getCases();
        if (cases.isEmpty() || isLeft(path, null) || !isExhaustive(tree, path)) {
            return true;
        }
        CaseTree last = cases.get(cases.size() - 1);
        if (last.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
            return completes(last.getStatements(), new TreePath(path, last));
        }
        return cases.stream().anyMatch(rule -> completesRule(rule, new TreePath(path, rule)));
    }

    private boolean completesRule(CaseTree rule, TreePath path) {
        return !(rule.getBody() instanceof StatementTree statement) || completes(path, statement);
    }

    /** One with a default, or one that must be exhaustive since it uses what came with patterns (JLS 21, 14.11.1). */
    boolean isExhaustive(SwitchTree tree, TreePath path) {
        TypeMirror selector = unit.trees().getTypeMirror(new TreePath(path, tree.getExpression()));
        return tree.getCases().stream().anyMatch(this::isDefaultOrPattern) || selector != null && !isLegacy(selector);
    }

    private boolean isDefaultOrPattern(CaseTree rule) {
        return rule.getExpressions().isEmpty()
                || rule.getExpressions().stream().anyMatch(label -> label.getKind() == Tree.Kind.NULL_LITERAL);
    }

    private static boolean isLegacy(TypeMirror type) {
        return !(type instanceof DeclaredType declared)
                || declared.asElement().getKind() == ElementKind.ENUM
                || List.of(
                                "java.lang.String",
                                "java.lang.Integer",
                                "java.lang.Short",
                                "java.lang.Byte",
                                "java.lang.Character")
                        .contains(declared.asElement().toString());
    }

    /** Whether a reachable break leaves the statement: unlabelled, or with the given label. */
    private boolean isLeft(TreePath statement, @Nullable Name label) {
        return new Jumps(statement, label, false).isFound();
    }

    private boolean isContinued(TreePath loop) {
        return new Jumps(loop, null, true).isFound();
    }

    /** Looks for jumps to a statement that no finally on the way replaces. */
    private final class Jumps extends TreePathScanner<Void, Void> {
        private final TreePath target;
        private final @Nullable Name label;
        private final boolean continues;
        private boolean found;

        Jumps(TreePath target, @Nullable Name label, boolean continues) {
            this.target = target;
            this.label = label;
            this.continues = continues;
        }

        boolean isFound() {
            scan(target, null);
            return found;
        }

        @Override
        public @Nullable Void visitBreak(BreakTree tree, Void unused) {
            if (!continues) {
                check(tree.getLabel());
            }
            return null;
        }

        @Override
        public @Nullable Void visitContinue(ContinueTree tree, Void unused) {
            if (continues) {
                check(tree.getLabel());
            }
            return null;
        }

        private void check(@Nullable Name named) {
            TreePath at = getCurrentPath();
            while (at.getLeaf() != target.getLeaf()) {
                Tree inner = at.getLeaf();
                at = at.getParentPath();
                if (named == null && at.getLeaf() != target.getLeaf() && catches(at.getLeaf())) {
                    return;
                }
                if (isReplaced(at, inner)) {
                    return;
                }
            }
            found |= named == null ? label == null : isNamed(named);
        }

        private boolean isReplaced(TreePath at, Tree inner) {
            return at.getLeaf() instanceof TryTree attempt
                    && attempt.getFinallyBlock() != null
                    && attempt.getFinallyBlock() != inner
                    && !completes(at, attempt.getFinallyBlock());
        }

        private boolean isNamed(Name named) {
            if (label != null) {
                return named.equals(label);
            }
            return continues
                    && target.getParentPath().getLeaf() instanceof LabeledStatementTree labeled
                    && named.equals(labeled.getLabel());
        }

        private boolean catches(Tree tree) {
            return switch (tree.getKind()) {
                case WHILE_LOOP, DO_WHILE_LOOP, FOR_LOOP, ENHANCED_FOR_LOOP -> true;
                case SWITCH -> !continues;
                default -> false;
            };
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, Void unused) {
            return null;
        }
    }
}
