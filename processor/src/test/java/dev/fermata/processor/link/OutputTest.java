package dev.fermata.processor.link;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.fermata.processor.link.HandWritten.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.fermata.Async;
import dev.fermata.processor.TestProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;

class OutputTest {
    @TempDir
    Path folder;

    private static final String ECHO = """
            package p;
            import dev.fermata.Async;
            class Echo {
              private static final Other OTHER = new Other();
              private record Twice(int x) { }
              @Async static int twice(int x) { throw new Error(); }
              static Object run() { return twice(21); }
            }
            """;

    private static final String OTHER = """
            package p;
            class Other extends Parent { }
            class Parent { Value value(int x) { return new Value(x); } }
            class Value { final int it; Value(int it) { this.it = it; } }
            """;

    private static HandWritten twice() {
        return machine("p.Echo.twice", """
                package p;
                final class Echo_twice {
                  static int enter(Echo_twice frame, int x) { return new Echo.Twice(Echo.OTHER.value(x).it).x() * 2; }
                }
                """).widening("p.Echo.OTHER", "p.Echo.Twice", "p.Echo.Twice.<init>").mentioning("p.Other", "p.Value");
    }

    @Test
    void classFilesThatAToolKeepsInMemory() throws Throwable {
        Compilation compilation = Compiler.javac()
                .withOptions("-Xlint:all", "-Werror")
                .withProcessors(TestProcessor.of(HandWritten.front(twice())))
                .compile(JavaFileObjects.forSourceString("p.Echo", ECHO), JavaFileObjects.forSourceString("p.Other", OTHER));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation.generatedFile(javax.tools.StandardLocation.SOURCE_OUTPUT, "p/Echo_twice.java")).isPresent();
        assertThat(run(compilation, "p.Echo", "run")).isEqualTo(42);
        assertThat(compilation.generatedFiles()).extracting(file -> Path.of(file.getName()).getFileName().toString()).containsExactlyInAnyOrder(
                "Echo.class", "Echo$Twice.class", "Echo_twice.class", "Echo_twice.java", "Other.class", "Parent.class", "Value.class");
    }

    private static Object run(Compilation compilation, String className, String method) throws Exception {
        Map<String, byte[]> classes = new HashMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                try (InputStream in = file.openInputStream()) {
                    byte[] classFile = in.readAllBytes();
                    classes.put(new ClassReader(classFile).getClassName().replace('/', '.'), classFile);
                }
            }
        }
        ClassLoader loader = new ClassLoader(OutputTest.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] classFile = classes.get(name);
                if (classFile == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, classFile, 0, classFile.length);
            }
        };
        var found = loader.loadClass(className).getDeclaredMethod(method);
        found.setAccessible(true);
        return found.invoke(null);
    }

    @Test
    void withoutAFolderForClassFilesTheyStandBesideTheirSources() throws Throwable {
        Javac javac = new Javac(folder)
                .source("p/Echo.java", ECHO)
                .source("p/Other.java", OTHER)
                .machines(twice())
                .without("-d", folder.resolve("classes").toString(), "-s", folder.resolve("generated").toString());
        javac.succeed();

        assertThat(folder.resolve("sources/p")).isDirectoryContaining(file -> file.endsWith("Echo_twice.class"));
        assertThat(Path.of("")).isDirectoryNotContaining(file -> file.endsWith("p"));
        copy(folder.resolve("sources/p"), javac.classes().resolve("p"));
        assertThat(javac.run("p.Echo", "run")).isEqualTo(42);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void compilingTwiceIntoOneFolderGivesTheSameClassFiles() throws Throwable {
        Javac javac = new Javac(folder).source("p/Echo.java", ECHO).source("p/Other.java", OTHER).machines(twice());
        byte[] first = Files.readAllBytes(javac.succeed().classes().resolve("p/Echo.class"));
        byte[] second = Files.readAllBytes(javac.succeed().classes().resolve("p/Echo.class"));

        assertThat(second).isEqualTo(first);
        assertThatCode(() -> javac.run("p.Echo", "run")).doesNotThrowAnyException();
    }

    /** The runtime as a jar that is a module, whatever the class path of the tests holds it as. */
    private Path runtimeModule() throws Exception {
        Path classes = Path.of(Async.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (!Files.isDirectory(classes)) {
            return classes;
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Automatic-Module-Name", "dev.fermata");
        Path jar = folder.resolve("runtime.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    @Test
    void aNamedModule() throws Throwable {
        Javac javac = new Javac(folder)
                .source("module-info.java", "module m { requires java.sql; requires static dev.fermata; }")
                .source("p/Echo.java", ECHO)
                .source("p/Other.java", OTHER)
                .machines(twice())
                .options("-Xlint:-requires-automatic")
                .without("-cp", System.getProperty("java.class.path"))
                .options("--module-path", runtimeModule().toString());

        javac.succeed();

        Files.delete(javac.classes().resolve("module-info.class"));
        assertThat(javac.run("p.Echo", "run")).isEqualTo(42);
    }
}
