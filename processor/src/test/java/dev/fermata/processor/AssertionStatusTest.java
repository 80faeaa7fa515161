package dev.fermata.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** An assert in an async body is enabled when the user's top-level class is (JLS 14.10), whatever the machine's class is. */
class AssertionStatusTest {
    private static final String SOURCE = """
            package p;
            import static dev.fermata.Fermata.*;
            import dev.fermata.*;
            public class Echo {
              static class Inner {
                @Async Task<String> awaiting(StringBuilder log) {
                  assert await(done(log.append("condition ").length())) < 0 : await(done("message"));
                  return done("passed");
                }
                @Async Task<String> plain(StringBuilder log) {
                  assert log.append("condition ").length() < 0 : "message";
                  return done("passed");
                }
              }
              public static String awaiting() throws Exception {
                StringBuilder log = new StringBuilder();
                try {
                  return log + run(() -> new Inner().awaiting(log)) + log;
                } catch (AssertionError e) {
                  return log + e.getMessage();
                }
              }
              public static String plain() throws Exception {
                StringBuilder log = new StringBuilder();
                try {
                  return log + run(() -> new Inner().plain(log)) + log;
                } catch (AssertionError e) {
                  return log + e.getMessage();
                }
              }
            }
            """;

    @Test
    void an_assert_is_evaluated_if_assertions_are_enabled_for_the_top_level_class_alone() throws Exception {
        Classes classes = compile();
        classes.setDefaultAssertionStatus(false);
        classes.setClassAssertionStatus("p.Echo", true);
        assertThat(call(classes, "awaiting")).isEqualTo("condition message");
        assertThat(call(classes, "plain")).isEqualTo("condition message");
    }

    @Test
    void an_assert_is_not_evaluated_if_assertions_are_enabled_for_all_but_the_top_level_class() throws Exception {
        Classes classes = compile();
        classes.setDefaultAssertionStatus(true);
        classes.setClassAssertionStatus("p.Echo", false);
        assertThat(call(classes, "awaiting")).isEqualTo("passed");
        assertThat(call(classes, "plain")).isEqualTo("passed");
    }

    private static Object call(Classes classes, String method) throws ReflectiveOperationException {
        return classes.loadClass("p.Echo").getMethod(method).invoke(null);
    }

    private static Classes compile() throws IOException {
        Compilation compilation = Compiler.javac()
                .withProcessors(new FermataProcessor())
                .compile(JavaFileObjects.forSourceString("p.Echo", SOURCE));
        assertThat(compilation).succeeded();
        Map<String, byte[]> files = new HashMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                try (InputStream in = file.openInputStream()) {
                    String path = file.toUri().getPath();
                    String name = path.substring(path.indexOf("/p/") + 1, path.length() - ".class".length());
                    files.put(name.replace('/', '.'), in.readAllBytes());
                }
            }
        }
        return new Classes(files);
    }

    private static final class Classes extends ClassLoader {
        private final Map<String, byte[]> files;

        Classes(Map<String, byte[]> files) {
            super(AssertionStatusTest.class.getClassLoader());
            this.files = files;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] file = files.get(name);
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, file, 0, file.length);
        }
    }
}
