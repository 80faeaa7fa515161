package dev.fermata.processor.link;

import dev.fermata.processor.TestProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Compiles sources in a folder with Fermata's processor, as a build would, and runs what came out. */
final class Javac {
    private final Path folder;
    private final List<String> options = new ArrayList<>(List.of("-Xlint:all", "-Werror"));
    private final List<Path> sources = new ArrayList<>();
    private Function<ProcessingEnvironment, Machines> front = environment -> type -> List.of();

    Javac(Path folder) {
        this.folder = folder;
        options.addAll(List.of("-d", classes().toString(), "-s", generated().toString()));
        options.addAll(List.of("-cp", System.getProperty("java.class.path")));
    }

    Path classes() {
        return created("classes");
    }

    Path generated() {
        return created("generated");
    }

    private Path created(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param path with folders, as {@code p/Echo.java} */
    Javac source(String path, String text) throws IOException {
        Path file = folder.resolve("sources").resolve(path);
        Files.createDirectories(file.getParent());
        sources.add(Files.writeString(file, text));
        return this;
    }

    Javac machines(HandWritten... machines) {
        return front(HandWritten.front(machines));
    }

    Javac front(Function<ProcessingEnvironment, Machines> newFront) {
        this.front = newFront;
        return this;
    }

    Javac options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    Javac without(String... optionsAndValues) {
        options.removeAll(List.of(optionsAndValues));
        return this;
    }

    /** javac's messages, by line: {@code kind file:line message}. */
    List<String> compile() throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task =
                    javac.getTask(null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(TestProcessor.of(front)));
            boolean succeeded = task.call();
            List<String> messages =
                    diagnostics.getDiagnostics().stream().map(Javac::text).toList();
            boolean hasError =
                    diagnostics.getDiagnostics().stream().anyMatch(d -> d.getKind() == Diagnostic.Kind.ERROR);
            if (succeeded == hasError) {
                throw new AssertionError("javac's result is " + succeeded + " with " + messages);
            }
            return messages;
        }
    }

    /** Compiles what must compile without a word. */
    Javac succeed() throws IOException {
        List<String> messages = compile();
        if (!messages.isEmpty()) {
            throw new AssertionError(String.join("\n", messages));
        }
        return this;
    }

    private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
        String file = diagnostic.getSource() == null
                ? "-"
                : Path.of(diagnostic.getSource().getName()).getFileName().toString();
        return "%s %s:%d %s"
                .formatted(diagnostic.getKind(), file, diagnostic.getLineNumber(), diagnostic.getMessage(Locale.ROOT));
    }

    /** The result of a static method without parameters. */
    Object run(String className, String method) throws Throwable {
        URL[] urls = {classes().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, Javac.class.getClassLoader())) {
            Method found = Class.forName(className, true, loader).getDeclaredMethod(method);
            found.setAccessible(true);
            return found.invoke(null);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    List<String> classFiles() throws IOException {
        try (Stream<Path> files = Files.walk(classes())) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes().relativize(file).toString().replace(".class", ""))
                    .sorted()
                    .toList();
        }
    }

    ClassNode parsed(String name) throws IOException {
        ClassNode node = new ClassNode();
        new ClassReader(Files.readAllBytes(classes().resolve(name + ".class"))).accept(node, 0);
        return node;
    }

    /** The names of the methods in a class file. */
    List<String> methods(String name) throws IOException {
        return parsed(name).methods.stream().map(method -> method.name).toList();
    }
}
