package dev.fermata.processor.link;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.fermata.processor.FermataProcessor;
import dev.fermata.processor.message.Message;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/** A class in code that never runs: javac 25 writes it, javac 17 does not. */
class UnwrittenClassTest {
    @Test
    void a_class_that_javac_leaves_out_is_told_at_the_method() {
        JavaFileObject source = JavaFileObjects.forSourceString("Demo", """
                import static dev.fermata.Fermata.*;
                import dev.fermata.*;

                class Demo {
                    @Async
                    Task<Void> go() {
                        if (1 > 2) {
                            class Never {}
                            await(done(new Never()));
                        }
                        return done();
                    }
                }
                """);
        Compilation compilation = javac().withProcessors(new FermataProcessor()).compile(source);
        if (compilation.status() == Compilation.Status.SUCCESS) {
            assertThat(compilation).generatedFile(StandardLocation.CLASS_OUTPUT, "Demo$1Never.class");
            return;
        }
        assertThat(compilation)
                .hadErrorContaining(Message.LOCAL_CLASS_NOT_WRITTEN
                        .format("Never", "go")
                        .lines()
                        .findFirst()
                        .orElseThrow())
                .inFile(source)
                .onLine(6);
        assertThat(compilation).hadErrorCount(1);
    }
}
