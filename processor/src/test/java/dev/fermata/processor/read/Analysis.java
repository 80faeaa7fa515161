package dev.fermata.processor.read;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.discover.Discovery;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.message.Reporter;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources in memory and reads their {@code @Async} methods when javac has analysed each class. */
public final class Analysis {
    /** The level of the language is the same with every JDK, since what is made of a switch depends on it. */
    private static final List<String> OPTIONS = List.of("-Xlint:-options", "--release", "17");

    private final List<AsyncMethod> methods = new ArrayList<>();
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

    private Analysis() {}

    /** @param sources file names, as {@code demo/Echo.java}, with their texts */
    public static Analysis of(Map<String, String> sources) {
        Analysis analysis = new Analysis();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, text) -> files.add(new TextFile(name, text)));
        JavaFileManager discarding = new Discarding(javac.getStandardFileManager(null, null, null));
        JavaCompiler.CompilationTask task = javac.getTask(null, discarding, analysis.diagnostics, OPTIONS, null, files);
        task.setProcessors(List.of(analysis.new Listening()));
        task.call();
        return analysis;
    }

    /** What was read, in the order of the sources. */
    public List<AsyncMethod> methods() {
        return methods;
    }

    /** The errors, each as {@code Demo.java:line:column: text}, in the order of the source. */
    public List<String> errors() {
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .sorted(Comparator.comparingLong(Diagnostic::getPosition))
                .map(Analysis::text)
                .toList();
    }

    private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
        String file = diagnostic.getSource().getName();
        return file.substring(file.lastIndexOf('/') + 1) + ":" + diagnostic.getLineNumber() + ":"
                + diagnostic.getColumnNumber() + ": " + diagnostic.getMessage(null);
    }

    private final class Listening extends AbstractProcessor {
        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            Trees trees = Trees.instance(environment);
            Elements elements = environment.getElementUtils();
            Types types = environment.getTypeUtils();
            Reporter reporter = new Reporter(trees);
            Discovery discovery = new Discovery(trees, elements, types, reporter);
            Reader reader = new Reader(trees, elements, types, environment.getSourceVersion(), reporter);
            JavacTask.instance(environment).addTaskListener(new TaskListener() {
                @Override
                public void finished(TaskEvent event) {
                    if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getTypeElement() != null) {
                        TreePath path = trees.getPath(event.getTypeElement());
                        discovery.code(path).forEach(code -> methods.addAll(reader.read(code)));
                    }
                }
            });
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return false;
        }
    }

    private static final class TextFile extends SimpleJavaFileObject {
        private final String text;

        TextFile(String name, String text) {
            super(URI.create("string:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps no class files. */
    private static final class Discarding extends ForwardingJavaFileManager<JavaFileManager> {
        Discarding(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
            return new SimpleJavaFileObject(
                    URI.create("mem:///" + className.replace('.', '/') + kind.extension), kind) {
                @Override
                public java.io.OutputStream openOutputStream() {
                    return java.io.OutputStream.nullOutputStream();
                }
            };
        }

        @Override
        public boolean hasLocation(Location location) {
            return location == StandardLocation.CLASS_OUTPUT || super.hasLocation(location);
        }
    }
}
