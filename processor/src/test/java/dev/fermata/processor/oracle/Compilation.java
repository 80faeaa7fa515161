package dev.fermata.processor.oracle;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles many cases in one run of javac, with every warning an error. If that fails, the cases that the errors are in are
 * taken out and the others compiled again, so that one bad case costs no other its test.
 */
final class Compilation {
    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final List<Path> support;
    private final Supplier<List<Processor>> processors;
    private final List<String> options;
    private final UnaryOperator<String> reading;
    private final Path work;
    private final int release;
    private final Map<String, String> rejected = new HashMap<>();
    private int runs;

    /**
     * @param support sources that every run includes
     * @param processors new ones for each run
     * @param options more of them for javac
     * @param reading what becomes of the source of a case
     * @param work an empty folder
     * @param release the level of the language
     */
    Compilation(
            List<Path> support,
            Supplier<List<Processor>> processors,
            List<String> options,
            UnaryOperator<String> reading,
            Path work,
            int release) {
        this.support = support;
        this.options = options;
        this.release = release;
        this.processors = processors;
        this.reading = reading;
        this.work = work;
    }

    /** The folders with the classes and the generated sources of all that could be compiled, each run's in its own. */
    List<Path> compile(List<Case> cases) throws IOException {
        Output output = attempt(cases);
        if (output.succeeded()) {
            return List.of(output.folder());
        }
        if (cases.isEmpty()) {
            throw new AssertionError(output.messages());
        }
        if (cases.size() == 1) {
            rejected.put(cases.get(0).className(), output.messages());
            return List.of();
        }
        Map<Boolean, List<Case>> byBlame = cases.stream()
                .collect(Collectors.partitioningBy(one -> output.blamed().contains(one.className())));
        List<Case> blamed = byBlame.get(true);
        List<Case> rest = byBlame.get(false);
        List<Path> folders = new ArrayList<>();
        if (blamed.isEmpty() || rest.isEmpty()) {
            folders.addAll(compile(cases.subList(0, cases.size() / 2)));
            folders.addAll(compile(cases.subList(cases.size() / 2, cases.size())));
        } else {
            blamed.forEach(bad -> rejected.put(bad.className(), output.messagesOf(bad)));
            folders.addAll(compile(rest));
        }
        return folders;
    }

    /** What javac and the processor said of the cases that could not be compiled, by class name. */
    Map<String, String> rejected() {
        return rejected;
    }

    private Output attempt(List<Case> cases) throws IOException {
        Path folder = Files.createDirectories(work.resolve("run" + ++runs));
        Path sources = folder.resolve("sources");
        List<Path> files = new ArrayList<>(support);
        for (Case one : cases) {
            Path file = sources.resolve(one.path());
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, reading.apply(one.source())));
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter text = new StringWriter();
        boolean succeeded;
        try (StandardJavaFileManager manager =
                javac.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = javac.getTask(
                    text, manager, diagnostics, options(folder), null, manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(processors.get());
            succeeded = task.call();
        } catch (RuntimeException | Error crash) {
            crash.printStackTrace(new PrintWriter(text, true));
            succeeded = false;
        }
        return new Output(succeeded, folder, diagnostics.getDiagnostics(), text.toString());
    }

    private List<String> options(Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path generated = Files.createDirectories(folder.resolve("generated"));
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(
                "-Xlint:all,-processing,-path",
                "-Werror",
                "--release",
                Integer.toString(release),
                "-g",
                "-Xmaxerrs",
                "1000",
                "-d",
                classes.toString(),
                "-s",
                generated.toString(),
                "-cp",
                classPath()));
        return all;
    }

    /** This JVM's, and where our own classes lie, should the build run tests on a module path. */
    private static String classPath() {
        Set<String> roots = new LinkedHashSet<>();
        roots.add(rootOf(Compilation.class));
        for (String property : List.of("java.class.path", "jdk.module.path")) {
            String path = System.getProperty(property);
            if (path != null && !path.isEmpty()) {
                roots.addAll(List.of(path.split(File.pathSeparator)));
            }
        }
        return String.join(File.pathSeparator, roots);
    }

    private static String rootOf(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        URL url = type.getResource("/" + name);
        try {
            String path = Path.of(url.toURI()).toString();
            return path.substring(0, path.length() - name.length());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private record Output(
            boolean succeeded, Path folder, List<Diagnostic<? extends JavaFileObject>> diagnostics, String text) {
        Set<String> blamed() {
            return diagnostics.stream()
                    .filter(said -> said.getSource() != null)
                    .map(this::classOf)
                    .collect(Collectors.toSet());
        }

        String messages() {
            return diagnostics.stream().map(Object::toString).collect(Collectors.joining("\n")) + text;
        }

        String messagesOf(Case bad) {
            return diagnostics.stream()
                    .filter(said -> said.getSource() != null && classOf(said).equals(bad.className()))
                    .map(Object::toString)
                    .collect(Collectors.joining("\n"));
        }

        private String classOf(Diagnostic<? extends JavaFileObject> said) {
            Path source = Path.of(said.getSource().toUri());
            Path root = folder.resolve("sources").toAbsolutePath();
            if (!source.startsWith(root)) {
                return "";
            }
            String relative = root.relativize(source).toString();
            return relative.substring(0, relative.length() - ".java".length()).replace(File.separatorChar, '.');
        }
    }

    /** The sources that the processor wrote for a class, of the last run that had any. */
    static String generatedFor(Case one, List<Path> folders) {
        String simpleName = one.className().substring(one.className().lastIndexOf('.') + 1);
        StringBuilder all = new StringBuilder();
        for (Path folder : folders) {
            try (Stream<Path> walk = Files.walk(folder.resolve("generated"))) {
                walk.filter(path -> path.getFileName().toString().matches(simpleName + "[_$.].*"))
                        .sorted()
                        .forEach(path -> all.append(Sources.text(path)).append('\n'));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all.toString();
    }
}
