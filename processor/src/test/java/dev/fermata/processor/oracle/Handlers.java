package dev.fermata.processor.oracle;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Tells the blocking side which awaits stand in a catch or finally block: a cancelled body may wait there. Plain Java does not
 * know that at run time, so these awaits get another name.
 */
final class Handlers extends TreeScanner<Void, Boolean> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<ExpressionTree> found = new ArrayList<>();

    private Handlers(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    /** The same case with {@code awaitInHandler} where its awaits stand in handlers. */
    static Case marked(Case one) {
        JavacTask javac = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problem -> {}, null, null, List.of(new InMemory(one.source())));
        StringBuilder text = new StringBuilder(one.source());
        try {
            for (CompilationUnitTree unit : javac.parse()) {
                Handlers handlers = new Handlers(unit, Trees.instance(javac).getSourcePositions());
                handlers.scan(unit, false);
                Collections.reverse(handlers.found);
                handlers.found.forEach(name ->
                        text.replace(handlers.begin(name), handlers.end(name), "dev.fermata.Fermata.awaitInHandler"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Case(one.className(), one.sentence(), text.toString());
    }

    private int begin(ExpressionTree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private int end(ExpressionTree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Boolean inHandler) {
        ExpressionTree callee = call.getMethodSelect();
        if (inHandler && isAwait(callee)) {
            found.add(callee);
        }
        return super.visitMethodInvocation(call, inHandler);
    }

    private static boolean isAwait(ExpressionTree callee) {
        return callee instanceof IdentifierTree name && name.getName().contentEquals("await")
                || callee instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals("await")
                        && select.getExpression().toString().endsWith("Fermata");
    }

    @Override
    public Void visitTry(TryTree attempt, Boolean inHandler) {
        scan(attempt.getResources(), inHandler);
        scan(attempt.getBlock(), inHandler);
        scan(attempt.getCatches(), inHandler);
        return scan(attempt.getFinallyBlock(), true);
    }

    @Override
    public Void visitCatch(CatchTree handler, Boolean inHandler) {
        return super.visitCatch(handler, true);
    }

    @Override
    public Void visitMethod(MethodTree method, Boolean inHandler) {
        return super.visitMethod(method, false);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, Boolean inHandler) {
        return super.visitLambdaExpression(lambda, false);
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
