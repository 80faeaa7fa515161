package dev.fermata.processor.company;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What javac says of sources.
 *
 * @param messages each with its kind, code, file, line, column, range and text
 */
record Verdict(boolean succeeded, List<String> messages) {
    /** @param output an empty folder, for class files and generated sources */
    static Verdict on(List<Path> sources, Path output, List<String> options, List<Processor> processors)
            throws IOException {
        List<String> all = new ArrayList<>(List.of("-d", output.toString(), "-s", output.toString()));
        all.addAll(List.of("-cp", Command.CLASS_PATH, "-Xmaxerrs", "0", "-Xmaxwarns", "0"));
        all.addAll(options);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task =
                    javac.getTask(null, files, said, all, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(processors);
            boolean succeeded = task.call();
            return new Verdict(
                    succeeded, said.getDiagnostics().stream().map(Verdict::text).toList());
        }
    }

    private static String text(Diagnostic<? extends JavaFileObject> message) {
        String place = message.getSource() == null
                ? "-"
                : "%s:%d:%d (%d to %d)"
                        .formatted(
                                Path.of(message.getSource().getName()).getFileName(),
                                message.getLineNumber(),
                                message.getColumnNumber(),
                                message.getStartPosition(),
                                message.getEndPosition());
        return "%s %s %s %s".formatted(message.getKind(), message.getCode(), place, message.getMessage(Locale.ROOT));
    }

    /** With any processor javac stops earlier after some errors, and looks after annotations: this one does nothing else. */
    static final class Idle extends AbstractProcessor {
        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("dev.fermata.Async");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return true;
        }
    }
}
