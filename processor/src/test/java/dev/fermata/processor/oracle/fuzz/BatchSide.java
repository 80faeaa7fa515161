package dev.fermata.processor.oracle.fuzz;

import dev.fermata.processor.oracle.Case;
import dev.fermata.processor.oracle.CaseRunner;
import dev.fermata.processor.oracle.world.Driver;
import dev.fermata.processor.oracle.world.Run;
import dev.fermata.processor.oracle.world.Schedule;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * One side's classes of a batch, in memory. Cases that cannot be compiled are taken out, and the others compiled without them.
 */
final class BatchSide implements CaseRunner {
    /** Of the messages of a processor, and so of Fermata. */
    private static final String OURS = "proc.messager";

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final ClassLoader world;
    private final JavaFileManager classPath;
    private final Supplier<List<Processor>> processors;
    private final List<String> options = new ArrayList<>(List.of("-g", "-Xlint:none", "-Xmaxerrs", "0"));
    private final Map<String, MemoryFiles> files = new HashMap<>();
    private final Map<String, String> rejected = new HashMap<>();
    private final Set<String> rejectedByJavac = new HashSet<>();
    private final Set<String> crashed = new HashSet<>();
    private final Map<MemoryFiles, ClassLoader> loaders = new HashMap<>();

    /**
     * @param world loads what all cases use
     * @param classPath where javac finds it
     * @param processors new ones for each run of javac
     * @param options more of them for javac
     */
    BatchSide(
            ClassLoader world, JavaFileManager classPath, Supplier<List<Processor>> processors, List<String> options) {
        this.world = world;
        this.classPath = classPath;
        this.processors = processors;
        this.options.addAll(options);
    }

    void compile(List<Case> cases) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        StringWriter text = new StringWriter();
        boolean compiled = false;
        MemoryFiles output = new MemoryFiles(classPath);
        try {
            JavaCompiler.CompilationTask task = javac.getTask(
                    text,
                    output,
                    said,
                    options,
                    null,
                    cases.stream().map(Source::new).toList());
            task.setProcessors(processors.get());
            compiled = task.call();
        } catch (RuntimeException | Error crash) {
            crash.printStackTrace(new PrintWriter(text, true));
        }
        if (compiled) {
            cases.forEach(one -> files.put(one.className(), output));
        } else {
            List<Diagnostic<? extends JavaFileObject>> errors = said.getDiagnostics().stream()
                    .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                    .collect(Collectors.toList());
            compileOthers(cases, errors, text.toString());
        }
    }

    private void compileOthers(List<Case> cases, List<Diagnostic<? extends JavaFileObject>> errors, String text) {
        Set<String> blamed = errors.stream().map(BatchSide::classOf).collect(Collectors.toSet());
        Map<Boolean, List<Case>> byBlame =
                cases.stream().collect(Collectors.partitioningBy(one -> blamed.contains(one.className())));
        if (cases.size() == 1) {
            reject(cases.get(0), errors, text);
        } else if (byBlame.get(true).isEmpty() || byBlame.get(false).isEmpty()) {
            compile(cases.subList(0, cases.size() / 2));
            compile(cases.subList(cases.size() / 2, cases.size()));
        } else {
            byBlame.get(true).forEach(one -> compile(List.of(one))); // Fermata may blame one for what another does
            compile(byBlame.get(false));
        }
    }

    private void reject(Case one, List<Diagnostic<? extends JavaFileObject>> errors, String text) {
        rejected.put(one.className(), errors.stream().map(Object::toString).collect(Collectors.joining("\n")) + text);
        if (errors.isEmpty()) {
            crashed.add(one.className());
        } else if (errors.stream().noneMatch(BatchSide::isOurs)) {
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

    /** Whether it is javac itself, and not Fermata, that says why a case is not compiled. */
    boolean isRejectedByJavac(Case one) {
        return rejectedByJavac.contains(one.className());
    }

    /**
     * Whether javac itself compiles a case, to what the JVM accepts: JDK 17's crashes with some switch expressions that have a try,
     * and miscompiles others. A case that is not Java says nothing either; the grammar makes few of them.
     */
    boolean isUsable(Case one) {
        if (crashed.contains(one.className()) || isRejectedByJavac(one)) {
            return false;
        }
        try {
            if (rejection(one).isEmpty()) {
                Class.forName(one.className(), true, loaderOf(one));
            }
            return true;
        } catch (VerifyError bad) {
            return false;
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private ClassLoader loaderOf(Case one) {
        return loaders.computeIfAbsent(
                files.get(one.className()), compilation -> new MemoryLoader(compilation.classes(), world));
    }

    @Override
    public String rejection(Case one) {
        return rejected.getOrDefault(one.className(), "");
    }

    @Override
    public Run run(Case one, Schedule schedule) throws ReflectiveOperationException {
        Driver driver = (Driver) world.loadClass("oracle.Side").getConstructor().newInstance();
        return driver.run(loaderOf(one).loadClass(one.className()), schedule);
    }

    @Override
    public String generatedFor(Case one) {
        return files.get(one.className()).sourcesFor(one.className().replace('.', '/'));
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

    private static final class MemoryLoader extends ClassLoader {
        private final Map<String, byte[]> classes;

        MemoryLoader(Map<String, byte[]> classes, ClassLoader parent) {
            super(parent);
            this.classes = classes;
            setDefaultAssertionStatus(true);
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
