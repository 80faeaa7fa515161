package dev.fermata.processor.oracle;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * What a case with {@link CallMarks} means in plain Java. Awaits mean what a blocking method does; a sequence does not: a method that emits runs while its
 * consumer does, and a loop over its values closes it. So its body becomes that of a generator, and the loop a resource's.
 *
 * <pre>{@code
 * AsyncSequence<T> go() { body }       ->  AsyncSequence<T> go() { return Fermata.generator(() -> { body }); }
 * label: for (T x : each(s)) body      ->  try (var each1 = Fermata.open(s)) { label: for (T x : each1) body }
 * }</pre>
 */
public final class PlainReading extends TreePathScanner<Void, Void> {
    private final String source;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    /** What is put in, by where; at one place, what comes last in the source comes first. */
    private final TreeMap<Integer, String> insertions = new TreeMap<>();

    private int loops;

    private PlainReading(String source, CompilationUnitTree unit, SourcePositions positions) {
        this.source = source;
        this.unit = unit;
        this.positions = positions;
    }

    /** The same case in plain Java. */
    public static Case in(Case marked) {
        return new Case(marked.className(), marked.sentence(), of(marked.source()));
    }

    static String of(String source) {
        if (!source.contains("AsyncSequence<") && !source.contains("each(")) {
            return source;
        }
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Case.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, said -> {}, null, null, List.of(file));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            PlainReading reading =
                    new PlainReading(source, unit, Trees.instance(task).getSourcePositions());
            reading.scan(unit, null);
            return reading.text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
        boolean async = tree.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Async"));
        if (async && tree.getReturnType().toString().startsWith("AsyncSequence<")) {
            insert(start(tree.getBody()) + 1, " return dev.fermata.Fermata.generator(() -> {");
            insert(end(tree.getBody()) - 1, "}); ");
        }
        return super.visitMethod(tree, null);
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
        ExpressionTree values = tree.getExpression();
        while (values instanceof ParenthesizedTree parenthesized) {
            values = parenthesized.getExpression();
        }
        if (values instanceof MethodInvocationTree call
                && call.getMethodSelect().toString().equals("each")) {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            Tree statement = parent instanceof LabeledStatementTree ? parent : tree;
            ExpressionTree place = call.getArguments().get(0);
            ExpressionTree sequence = call.getArguments().get(1);
            String name = "each" + ++loops;
            String opened = source.substring(start(place), end(sequence));
            insert(start(statement), "try (var " + name + " = dev.fermata.Fermata.open(" + opened + ")) { ");
            insert(start(call), name + " /* ");
            insert(end(call), " */");
            insert(end(statement), " }");
        }
        return super.visitEnhancedForLoop(tree, null);
    }

    private void insert(int at, String text) {
        insertions.merge(at, text, (before, added) -> added.startsWith("try") ? before + added : added + before);
    }

    private String text() {
        StringBuilder text = new StringBuilder(source);
        insertions.descendingMap().forEach(text::insert);
        return text.toString();
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }
}
