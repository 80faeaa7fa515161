package dev.fermata.processor.oracle.fuzz;

import dev.fermata.processor.oracle.Case;
import dev.fermata.processor.oracle.CaseRunner;
import dev.fermata.processor.oracle.world.Driver;
import dev.fermata.processor.oracle.world.Run;
import dev.fermata.processor.oracle.world.Schedule;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * Many cases, compiled in one run of javac with the processor. The oracle's side is the class files that javac wrote of them
 * before the processor linked them: those call {@code await} where the source does, and here that blocks. Cases that cannot be
 * compiled are taken out, and the others compiled without them.
 */
final class Batch {
    /** Of the messages of a processor, and so of Fermata. */
    private static final String OURS = "proc.messager";

    private final Sides sides;
    private final Map<String, MemoryFiles> files = new HashMap<>();
    private final Map<String, String> rejected = new HashMap<>();
    private final Set<String> rejectedByJavac = new HashSet<>();
    private final Map<MemoryFiles, ClassLoader> plain = new HashMap<>();
    private final Map<MemoryFiles, ClassLoader> linked = new HashMap<>();

    private Batch(Sides sides) {
        this.sides = sides;
    }

    static Batch compile(Sides sides, List<Case> cases) {
        Batch batch = new Batch(sides);
        batch.compile(cases);
        return batch;
    }

    /** As plain Java that blocks. */
    CaseRunner oracle() {
        return new Side(plain, MemoryFiles::plain, sides.blocking());
    }

    /** As the processor linked them, on a loop. */
    CaseRunner tested() {
        return new Side(linked, MemoryFiles::linked, sides.looping());
    }

    /** Whether it is javac itself, and not Fermata, that says why a case is not compiled. */
    boolean isRejectedByJavac(Case one) {
        return rejectedByJavac.contains(one.className());
    }

    private void compile(List<Case> cases) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        StringWriter text = new StringWriter();
        boolean compiled = false;
        MemoryFiles output = new MemoryFiles(sides.files());
        try {
            JavaCompiler.CompilationTask task = sides.javac()
                    .getTask(
                            text,
                            output,
                            said,
                            List.of("-g", "-Xlint:none", "-Xmaxerrs", "0"),
                            null,
                            cases.stream().map(Source::new).toList());
            task.setProcessors(List.of(sides.processor()));
            compiled = task.call();
        } catch (RuntimeException | Error crash) {
            crash.printStackTrace(new PrintWriter(text, true));
        }
        if (compiled) {
            cases.forEach(one -> files.put(one.className(), output));
            return;
        }
        List<Diagnostic<? extends JavaFileObject>> errors = said.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .collect(Collectors.toList());
        Set<String> blamed = errors.stream().map(Batch::classOf).collect(Collectors.toSet());
        List<Case> rest =
                cases.stream().filter(one -> !blamed.contains(one.className())).toList();
        if (cases.size() == 1) {
            reject(cases.get(0), errors, text.toString());
        } else if (rest.size() == cases.size() || rest.isEmpty()) {
            compile(cases.subList(0, cases.size() / 2));
            compile(cases.subList(cases.size() / 2, cases.size()));
        } else {
            for (Case one : cases) {
                if (blamed.contains(one.className())) {
                    List<Diagnostic<? extends JavaFileObject>> its = errors.stream()
                            .filter(error -> classOf(error).equals(one.className()))
                            .toList();
                    reject(one, its, "");
                }
            }
            compile(rest);
        }
    }

    private void reject(Case one, List<Diagnostic<? extends JavaFileObject>> errors, String text) {
        rejected.put(one.className(), errors.stream().map(Object::toString).collect(Collectors.joining("\n")) + text);
        if (!errors.isEmpty() && errors.stream().noneMatch(Batch::isOurs)) {
            rejectedByJavac.add(one.className());
        }
    }

    /** Whether it is from a processor, and so from Fermata. */
    static boolean isOurs(Diagnostic<?> said) {
        return said.getCode().endsWith(OURS);
    }

    private static String classOf(Diagnostic<? extends JavaFileObject> said) {
        return said.getSource() instanceof Source source ? source.className : "";
    }

    /** A case in memory. */
    static final class Source extends SimpleJavaFileObject {
        private final String className;
        private final String text;

        Source(Case one) {
            super(URI.create("memory:///" + one.className().replace('.', '/') + ".java"), Kind.SOURCE);
            this.className = one.className();
            this.text = one.source();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** One side's classes of each compilation, above its own world. */
    private final class Side implements CaseRunner {
        private final Map<MemoryFiles, ClassLoader> loaders;
        private final Function<MemoryFiles, Map<String, byte[]>> classes;
        private final ClassLoader world;

        Side(
                Map<MemoryFiles, ClassLoader> loaders,
                Function<MemoryFiles, Map<String, byte[]>> classes,
                ClassLoader world) {
            this.loaders = loaders;
            this.classes = classes;
            this.world = world;
        }

        @Override
        public String rejection(Case one) {
            return rejected.getOrDefault(one.className(), "");
        }

        @Override
        public Run run(Case one, Schedule schedule) throws ReflectiveOperationException {
            ClassLoader loader = loaders.computeIfAbsent(
                    files.get(one.className()), compilation -> new MemoryLoader(classes.apply(compilation), world));
            Driver driver =
                    (Driver) world.loadClass("oracle.Side").getConstructor().newInstance();
            return driver.run(loader.loadClass(one.className()), schedule);
        }

        @Override
        public String generatedFor(Case one) {
            return files.get(one.className()).sourcesFor(one.className().replace('.', '/'));
        }
    }

    private static final class MemoryLoader extends ClassLoader {
        private final Map<String, byte[]> classes;

        MemoryLoader(Map<String, byte[]> classes, ClassLoader parent) {
            super(parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/'));
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
