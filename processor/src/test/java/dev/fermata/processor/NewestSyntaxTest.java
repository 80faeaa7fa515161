package dev.fermata.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.stream.Stream;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Syntax that this JDK has as a preview passes through as it is where it holds no await, and may be cut where it does. */
class NewestSyntaxTest {
    /** @param jdk on which it is a preview */
    private record Syntax(int jdk, String name, String statements, String kept) {}

    @TestFactory
    Stream<DynamicTest> a_preview_compiles_in_an_async_body() {
        return Stream.of(
                        new Syntax(
                                25,
                                "primitive patterns beside awaits",
                                "switch (x) { case byte b -> x += b; case int i -> x = i; } await(done(x));",
                                "case byte b -> x += b; case int i -> x = i;"),
                        new Syntax(
                                25,
                                "primitive patterns around awaits",
                                "switch (x) { case byte b when b > 3 -> await(done(b)); case int i -> x = i; }",
                                "case byte b"),
                        new Syntax(
                                25,
                                "an instanceof of a primitive beside awaits",
                                "await(done(x)); if (x instanceof byte b) { x = b; }",
                                "x instanceof byte b"))
                .filter(syntax -> syntax.jdk() == Runtime.version().feature())
                .map(syntax -> DynamicTest.dynamicTest(syntax.name(), () -> check(syntax)));
    }

    private static void check(Syntax syntax) {
        Compilation compilation = Compiler.javac()
                .withOptions("--enable-preview", "--release", Integer.toString(syntax.jdk()), "-Xlint:-preview")
                .withProcessors(new FermataProcessor())
                .compile(JavaFileObjects.forSourceString("p.Echo", """
                        package p;
                        import static dev.fermata.Fermata.*;
                        import dev.fermata.*;
                        class Echo {
                          @Async Task<Integer> go(int x) {
                            %s
                            return done(x);
                          }
                        }
                        """.formatted(syntax.statements())));
        assertThat(compilation).succeeded();
        assertThat(compilation)
                .generatedFile(StandardLocation.SOURCE_OUTPUT, "p/Echo_go.java")
                .contentsAsUtf8String()
                .contains(syntax.kept());
    }
}
