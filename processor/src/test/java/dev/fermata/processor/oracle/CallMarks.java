package dev.fermata.processor.oracle;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
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
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Adds to the sources of the blocking side what its rule of cancellation has to know, as plain Java does not at run time: where
 * an async call begins and ends, and whether an await stands in a catch or finally block.
 */
final class CallMarks extends TreeScanner<Void, String> {
    private static final String CALLS = "dev.fermata.Calls.";
    private static final String BODY = CALLS + "Place.BODY";
    private static final String HANDLER = CALLS + "Place.HANDLER";

    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    /** What to insert, by where. */
    private final SortedMap<Integer, String> marks = new TreeMap<>(Comparator.reverseOrder());

    private CallMarks(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    /** The same case with the marks. */
    static Case in(Case one) {
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
            marks.put(begin(method.getBody()) + 1, " " + CALLS + "begin(); try {");
            marks.put(
                    end(method.getBody()) - 1,
                    "} catch (final Throwable thrownOut) { " + CALLS
                            + "failed(thrownOut); throw thrownOut; } finally { " + CALLS + "end(); } ");
        }
        return super.visitMethod(method, BODY);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, String place) {
        if (isCalled("await", call) || isCalled("emit", call) || isCalled("each", call)) {
            marks.put(begin(call.getArguments().get(0)), CALLS + "at(" + place + "), ");
        }
        return super.visitMethodInvocation(call, place);
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
        return super.visitLambdaExpression(lambda, BODY);
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
