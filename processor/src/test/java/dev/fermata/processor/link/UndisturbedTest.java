package dev.fermata.processor.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.fermata.processor.TestProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real sources come out of javac as they would without the processor, though it reads the type of every expression. */
@Tag("slow")
class UndisturbedTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"commons-lang3, 300, 50000", "guava, 1500, 100000"})
    void everyClassFileIsTheSameAsWithoutTheProcessor(String library, int leastClasses, int leastExpressions)
            throws Exception {
        List<Path> sources = unpack(library);
        AtomicInteger expressions = new AtomicInteger();

        Map<String, byte[]> without = compile(sources, "without", null);
        Map<String, byte[]> with = compile(sources, "with", environment -> {
            Trees trees = Trees.instance(environment);
            return type -> {
                TreePath path = trees.getPath(type);
                new ExpressionTypes(trees, expressions).scan(path, null);
                return List.of();
            };
        });

        assertThat(with.keySet()).isEqualTo(without.keySet()).hasSizeGreaterThan(leastClasses);
        with.forEach((name, bytes) ->
                assertThat(Arrays.equals(bytes, without.get(name))).as(name).isTrue());
        assertThat(expressions).hasValueGreaterThan(leastExpressions);
    }

    /** Asks for the type of each expression, as the passes do. */
    private static final class ExpressionTypes extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Trees trees;
        private final AtomicInteger count;

        ExpressionTypes(Trees trees, AtomicInteger count) {
            this.trees = trees;
            this.count = count;
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
            super.scan(tree, null);
            if (tree instanceof ExpressionTree && getCurrentPath() != null) {
                TreePath path = new TreePath(getCurrentPath(), tree);
                trees.getElement(path);
                TypeMirror type = trees.getTypeMirror(path);
                if (type != null) {
                    count.incrementAndGet();
                }
            }
            return null;
        }
    }

    private List<Path> unpack(String library) throws IOException {
        String name = "/real-sources/" + library + "-sources.jar";
        List<Path> sources = new ArrayList<>();
        try (InputStream resource = Objects.requireNonNull(UndisturbedTest.class.getResourceAsStream(name), name);
                ZipInputStream jar = new ZipInputStream(resource)) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (entry.getName().endsWith(".java") && !entry.getName().endsWith("module-info.java")) {
                    Path file = folder.resolve("sources").resolve(entry.getName());
                    Files.createDirectories(file.getParent());
                    Files.copy(jar, file);
                    sources.add(file);
                }
            }
        }
        return sources;
    }

    private Map<String, byte[]> compile(
            List<Path> sources, String name, @Nullable Function<ProcessingEnvironment, Machines> front)
            throws IOException {
        Path output = Files.createDirectory(folder.resolve(name));
        List<String> options =
                new ArrayList<>(List.of("-d", output.toString(), "-nowarn", "-Xlint:none", "-encoding", "UTF-8"));
        options.addAll(List.of("-cp", System.getProperty("java.class.path")));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task = javac.getTask(
                    null, files, diagnostic -> {}, options, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(front == null ? List.of() : List.of(TestProcessor.of(front)));
            assertThat(task.call()).isTrue();
        }
        Map<String, byte[]> classFiles = new TreeMap<>();
        try (Stream<Path> all = Files.walk(output)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> classFiles.put(output.relativize(file).toString(), bytes(file)));
        }
        return classFiles;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
