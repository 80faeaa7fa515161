package dev.fermata.processor.oracle;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Adds to the sources of the blocking side what its rule of cancellation has to know, as plain Java does not at run time: where
 * an async call begins and ends and what it returns, and whether an await stands in a catch or finally block.
 */
public final class CallMarks extends TreeScanner<Void, String> {
    private static final String CALLS = "dev.fermata.Calls.";
    private static final String BODY = CALLS + "Place.BODY";
    private static final String HANDLER = CALLS + "Place.HANDLER";

    private static final String RETURNED = " " + CALLS + "returned("; // apart from a word before it
    private static final String BEGIN = CALLS + "begin(); try {";
    private static final String END = "} catch (final Throwable thrownOut) { " + CALLS
            + "failed(thrownOut); throw thrownOut; } finally { " + CALLS + "end(); } ";

    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    /** What to insert, by where. */
    private final SortedMap<Integer, String> marks = new TreeMap<>(Comparator.reverseOrder());

    /** The place of the await that what is scanned is an operand of. */
    private String after = HANDLER;

    /** Whether a return ends an async call. */
    private boolean inCall;

    private CallMarks(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    /** The same case with the marks. */
    public static Case in(Case one) {
        JavacTask javac = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problem -> {}, null, null, List.of(new InMemory(one.source())));
        StringBuilder text = new StringBuilder(one.source());
        try {
            for (CompilationUnitTree unit : javac.parse()) {
                CallMarks found = new CallMarks(unit, Trees.instance(javac).getSourcePositions());
                found.scan(unit, BODY);
                found.marks.forEach(text::insert);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Case(one.className(), one.sentence(), text.toString());
    }

    @Override
    public Void visitMethod(MethodTree method, String place) {
        boolean async = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().endsWith("Async"));
        boolean generator = async && method.getReturnType().toString().startsWith("AsyncSequence<");
        if (async && !generator) { // a generator's calls of its own begin and end with each value
            mark(begin(method.getBody()) + 1, " " + BEGIN);
            mark(end(method.getBody()) - 1, END);
        }
        return apart(async && !generator, () -> super.visitMethod(method, BODY));
    }

    @Override
    public Void visitReturn(ReturnTree end, String place) {
        if (inCall && end.getExpression() != null) {
            mark(begin(end.getExpression()), RETURNED);
            mark(end(end.getExpression()), ")");
        }
        return super.visitReturn(end, place);
    }

    /** The marks of inner calls, which are found later, go inside of those that are at the same place. */
    private void mark(int position, String text) {
        marks.merge(position, text, (outer, inner) -> text.startsWith("}") ? inner + outer : outer + inner);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, String place) {
        if (isCalled("emit", call) || isCalled("each", call)) {
            mark(begin(call.getArguments().get(0)), CALLS + "at(" + place + "), ");
        }
        if (!isCalled("await", call)) {
            return super.visitMethodInvocation(call, place);
        }
        Tree awaited = call.getArguments().get(0);
        mark(begin(awaited), CALLS + "at(" + place + "), ");
        mark(end(awaited), ", " + after);
        String outer = after;
        after = place;
        scan(awaited, place);
        after = outer;
        return null;
    }

    private static boolean isCalled(String method, MethodInvocationTree call) {
        ExpressionTree callee = call.getMethodSelect();
        return callee instanceof IdentifierTree name && name.getName().contentEquals(method)
                || callee instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals(method)
                        && select.getExpression().toString().endsWith("Fermata");
    }

    @Override
    public Void visitTry(TryTree attempt, String place) {
        scan(attempt.getResources(), place);
        scan(attempt.getBlock(), place);
        scan(attempt.getCatches(), place);
        return scan(attempt.getFinallyBlock(), HANDLER);
    }

    @Override
    public Void visitCatch(CatchTree handler, String place) {
        return super.visitCatch(handler, HANDLER);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, String place) {
        Tree body = lambda.getBody();
        boolean async = isAsync(body);
        if (async) {
            boolean block = body instanceof BlockTree;
            mark(begin(body) + (block ? 1 : 0), block ? " " + BEGIN : "{ " + BEGIN + "return " + RETURNED);
            mark(end(body) - (block ? 1 : 0), block ? END : "); " + END + "}");
        }
        return apart(async, () -> super.visitLambdaExpression(lambda, BODY));
    }

    /** Code that does not run where it stands. */
    private Void apart(boolean isCall, Supplier<Void> code) {
        String outer = after;
        boolean outerCall = inCall;
        after = HANDLER;
        inCall = isCall;
        code.get();
        after = outer;
        inCall = outerCall;
        return null;
    }

    /** Whether a lambda's body awaits itself. */
    private static boolean isAsync(Tree body) {
        return Boolean.TRUE.equals(
                new TreeScanner<Boolean, Void>() {
                    @Override
                    public Boolean visitMethodInvocation(MethodInvocationTree call, Void unused) {
                        return isCalled("await", call) || isCalled("each", call)
                                ? Boolean.TRUE
                                : super.visitMethodInvocation(call, null);
                    }

                    @Override
                    public Boolean visitTry(TryTree attempt, Void unused) {
                        return attempt.getResources().isEmpty() ? super.visitTry(attempt, null) : Boolean.TRUE;
                    }

                    @Override
                    public Boolean visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
                        return false;
                    }

                    @Override
                    public Boolean visitClass(ClassTree type, Void unused) {
                        return false;
                    }

                    @Override
                    public Boolean reduce(Boolean left, Boolean right) {
                        return Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right);
                    }
                }.scan(body, null));
    }

    private int begin(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String text;

        InMemory(String text) {
            super(URI.create("memory:///Case.java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
