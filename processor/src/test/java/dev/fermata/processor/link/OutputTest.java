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
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.NullMarked;
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
                """)
                .widening("p.Echo.OTHER", "p.Echo.Twice", "p.Echo.Twice.<init>")
                .mentioning("p.Other", "p.Value");
    }

    @Test
    void classFilesThatAToolKeepsInMemory() throws Throwable {
        Compilation compilation = Compiler.javac()
                .withOptions("-Xlint:all", "-Werror")
                .withProcessors(TestProcessor.of(HandWritten.front(twice())))
                .compile(
                        JavaFileObjects.forSourceString("p.Echo", ECHO),
                        JavaFileObjects.forSourceString("p.Other", OTHER));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation.generatedFile(StandardLocation.SOURCE_OUTPUT, "p/Echo_twice.java"))
                .isPresent();
        assertThat(run(compilation, "p.Echo", "run")).isEqualTo(42);
        assertThat(compilation.generatedFiles())
                .extracting(file -> Path.of(file.getName()).getFileName().toString())
                .containsExactlyInAnyOrder(
                        "Echo.class",
                        "Echo$Twice.class",
                        "Echo_twice.class",
                        "Echo_twice.java",
                        "Other.class",
                        "Parent.class",
                        "Value.class");
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
                .without(
                        "-d",
                        folder.resolve("classes").toString(),
                        "-s",
                        folder.resolve("generated").toString());
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
        Javac javac = new Javac(folder)
                .source("p/Echo.java", ECHO)
                .source("p/Other.java", OTHER)
                .machines(twice());
        byte[] first = Files.readAllBytes(javac.succeed().classes().resolve("p/Echo.class"));
        byte[] second = Files.readAllBytes(javac.succeed().classes().resolve("p/Echo.class"));

        assertThat(second).isEqualTo(first);
        assertThatCode(() -> javac.run("p.Echo", "run")).doesNotThrowAnyException();
    }

    private static String modulePath() throws URISyntaxException {
        return pathOf(Async.class) + File.pathSeparator + pathOf(NullMarked.class);
    }

    private static Path pathOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void aNamedModule() throws Throwable {
        Javac javac = new Javac(folder)
                .source("module-info.java", "module m { requires java.sql; requires dev.fermata; }")
                .source("p/Echo.java", ECHO)
                .source("p/Other.java", OTHER)
                .machines(twice())
                .without("-cp", System.getProperty("java.class.path"))
                .options("--module-path", modulePath());

        javac.succeed();

        Files.delete(javac.classes().resolve("module-info.class"));
        assertThat(javac.run("p.Echo", "run")).isEqualTo(42);
    }

    @Test
    void sourcesThatAreOnlyLookedUpNeedNoClassFiles() throws Throwable {
        Files.createDirectories(folder.resolve("lookup"));
        Files.writeString(folder.resolve("lookup/Looked.java"), "class Looked { static int up() { return 1; } }");
        Javac javac = new Javac(folder)
                .source("Echo.java", """
                        import dev.fermata.Async;
                        class Echo {
                          static int up() { return Looked.up(); }
                          @Async static int one() { throw new Error(); }
                        }
                        """)
                .machines(
                        machine("Echo.one", "final class Echo_one { static int enter(Echo_one frame) { return 1; } }"))
                .options(
                        "-implicit:none",
                        "-sourcepath",
                        folder.resolve("lookup").toString());

        assertThat(javac.succeed().classFiles()).containsExactly("Echo", "Echo_one");
        assertThat(javac.run("Echo", "one")).isEqualTo(1);
    }
}
