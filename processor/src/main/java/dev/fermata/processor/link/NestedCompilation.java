package dev.fermata.processor.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** One run of javac over all generated sources, within the outer one. */
final class NestedCompilation {
    /**
     * What came out.
     *
     * @param classes class files by internal name, none if it failed
     * @param errors by the internal name of the generated class; the empty name for all others
     * @param warnings what javac says, by the same, if that was asked for
     */
    record Outcome(Map<String, byte[]> classes, Map<String, Failure> errors, Map<String, String> warnings) {}

    /**
     * Why a generated class does not compile.
     *
     * @param message all that javac says
     * @param line of the generated source, where it says the first of it
     * @param tooLarge whether a method is over the JVM's limit
     */
    record Failure(String message, int line, boolean tooLarge) {
        private Failure and(Failure next) {
            return new Failure(
                    message + "\n" + next.message,
                    tooLarge || !next.tooLarge ? line : next.line,
                    tooLarge || next.tooLarge);
        }
    }

    /** How the keys of javac's messages about the JVM's limits begin. */
    private static final String LIMIT = "compiler.err.limit.";

    private final Path output;
    private final List<Path> classPath;
    private final List<String> options;
    private final boolean lint;

    /** @param lint whether to ask for warnings */
    NestedCompilation(Path output, List<Path> classPath, List<String> options, boolean lint) {
        this.output = output;
        this.classPath = classPath;
        this.options = options;
        this.lint = lint;
    }

    Outcome compile(Collection<Site> sites) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> all = new ArrayList<>(List.of("-proc:none", "-g", "-Xmaxerrs", "0", "-Xmaxwarns", "0"));
        all.addAll(lint ? List.of("-Xlint:all") : List.of("-nowarn", "-Xlint:none"));
        all.addAll(options);
        boolean compiled;
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            List<Source> sources = sites.stream().map(Source::new).toList();
            compiled =
                    javac.getTask(null, files, diagnostics, all, null, sources).call();
        }
        Map<String, Failure> errors = new TreeMap<>();
        Map<String, String> warnings = new TreeMap<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                boolean tooLarge = diagnostic.getCode().startsWith(LIMIT);
                Failure failure = new Failure(text(diagnostic), (int) diagnostic.getLineNumber(), tooLarge);
                errors.merge(frame(diagnostic.getSource()), failure, Failure::and);
            } else if (lint && diagnostic.getSource() instanceof Source) {
                warnings.merge(frame(diagnostic.getSource()), text(diagnostic), (a, b) -> a + "\n" + b);
            }
        }
        if (!compiled && errors.isEmpty()) {
            errors.put("", new Failure("javac gave no reason", 1, false));
        }
        return new Outcome(errors.isEmpty() ? classes() : Map.of(), errors, warnings);
    }

    private static String frame(@Nullable JavaFileObject source) {
        return source instanceof Source generated ? generated.frame : "";
    }

    private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
        String message = diagnostic.getMessage(Locale.ROOT);
        return diagnostic.getSource() == null
                ? message
                : diagnostic.getSource().getName() + ":" + diagnostic.getLineNumber() + ": " + message;
    }

    private Map<String, byte[]> classes() throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String name = output.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                try {
                    classes.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(file));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
        return classes;
    }

    /** A generated source, as a file that javac can read. */
    private static final class Source extends SimpleJavaFileObject {
        private final String frame;
        private final String text;

        Source(Site site) {
            super(uri(site.frame()), Kind.SOURCE);
            this.frame = site.frame();
            this.text = site.machine().source();
        }

        private static URI uri(String frame) {
            try {
                return new URI("fermata", "", "/" + frame + ".java", null);
            } catch (URISyntaxException impossible) {
                throw new IllegalArgumentException(frame, impossible);
            }
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
