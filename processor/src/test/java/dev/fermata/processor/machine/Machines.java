package dev.fermata.processor.machine;

import dev.fermata.processor.FermataProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A class of the package {@code machine}, compiled with Fermata's processor. */
final class Machines {
    private final Class<?> type;

    private Machines(Class<?> type) {
        this.type = type;
    }

    /** @param name of the class, and of its source among the resources */
    static Machines compile(String name, Path classes) throws IOException, ReflectiveOperationException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-Xlint:all,-path,-processing",
                    "-Werror",
                    "--release",
                    "17",
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path"));
            JavaCompiler.CompilationTask task =
                    javac.getTask(messages, files, null, options, null, files.getJavaFileObjects(source(name)));
            task.setProcessors(List.of(new FermataProcessor()));
            if (!task.call()) {
                throw new AssertionError(messages.toString());
            }
        }
        URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, Machines.class.getClassLoader());
        return new Machines(loader.loadClass("machine." + name));
    }

    /** A new instance of it. */
    Object instance() throws ReflectiveOperationException {
        return type.getConstructor().newInstance();
    }

    /** Calls a method of such an instance by its name. */
    @SuppressWarnings("unchecked") // the caller knows what the method returns
    static <T> T call(Object bodies, String name, Object... arguments) {
        Method method = Arrays.stream(bodies.getClass().getMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        try {
            return (T) method.invoke(bodies, arguments);
        } catch (InvocationTargetException thrown) {
            throw new AssertionError(thrown.getCause());
        } catch (ReflectiveOperationException misshapen) {
            throw new LinkageError(misshapen.getMessage(), misshapen);
        }
    }

    /** The line of the source that ends with this comment. */
    int line(String comment) throws IOException {
        List<String> lines = Files.readAllLines(source(type.getSimpleName()));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith("// " + comment)) {
                return i + 1;
            }
        }
        throw new AssertionError("no line says " + comment);
    }

    private static Path source(String name) {
        try {
            return Path.of(Objects.requireNonNull(Machines.class.getResource("/machine/" + name + ".java"))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
