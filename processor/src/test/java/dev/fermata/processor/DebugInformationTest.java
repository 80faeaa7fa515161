package dev.fermata.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

class DebugInformationTest {
    @Test
    void aBuildWithoutDebugInformationForWhichJavacKeepsNoLineMapCompiles() {
        Compilation compilation = Compiler.javac()
                .withOptions("-g:none")
                .withProcessors(new FermataProcessor())
                .compile(JavaFileObjects.forSourceString("p.Echo", """
                        package p;
                        import static dev.fermata.Fermata.*;
                        import dev.fermata.*;
                        class Echo {
                          @Async Task<Integer> twice(Task<Integer> task) {
                            int once = await(task);
                            return done(once + await(task));
                          }
                        }
                        """));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation)
                .generatedFile(StandardLocation.SOURCE_OUTPUT, "p/Echo_twice.java")
                .contentsAsUtf8String()
                .contains("int once");
    }
}
