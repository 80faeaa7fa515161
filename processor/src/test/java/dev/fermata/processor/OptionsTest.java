package dev.fermata.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What the user asks to see with options. */
class OptionsTest {
    private static final JavaFileObject COUNT = JavaFileObjects.forSourceString("demo.Count", """
            package demo;

            import static dev.fermata.Fermata.*;
            import dev.fermata.*;

            class Count {
                @Async
                Task<Integer> count(int from, String end) {
                    int sum = 0;
                    try {
                        while (sum < 10) {
                            sum += await(done(from));
                        }
                        await(done(";:#"));
                    } finally {
                        await(checkpoint());
                    }
                    return done(sum + end.length());
                }
            }
            """);

    @Test
    void explainTellsWhatEachAwaitKeepsAndWhichLineNeedsIt() {
        Compilation compilation = compile("-Afermata.explain=true");
        assertThat(compilation.notes()).hasSize(1);
        Diagnostic<? extends JavaFileObject> note = compilation.notes().get(0);
        assertThat(note.getLineNumber()).isEqualTo(8);
        assertThat(note.getMessage(Locale.ROOT).replaceAll("\\n *", "\n")).isEqualTo("""
                'count' has 7 states and 3 awaits, in Count_count
                line 12, DONE: waits for Fermata.done(from); keeps from (for line 12), end (for line 18), sum (for line 18), old (for line 12)
                line 14, DONE_2: waits for Fermata.done(";:#"); keeps end (for line 18), sum (for line 18)
                line 16, CHECKPOINT: waits for Fermata.checkpoint(); keeps end (for line 18), sum (for line 18), failure (for line 10)\
                """);
    }

    @Test
    void graphPutsAStateDiagramIntoTheHeader() throws IOException {
        String source = generated(compile("-Afermata.graph=mermaid"));
        assertThat(source).contains("""
                // stateDiagram-v2
                //     [*] --> START
                """).contains("""
                //     DONE_2 --> FINALLY
                """);
    }

    @Test
    void methodCutsAMachineThatWouldBeLarger() throws IOException {
        String source = generated(compile("-Afermata.method=60"));
        assertThat(source).contains("task = frame.part1();", "private Task<Integer> part2() {");
    }

    @Test
    void lintShowsWhatJavacWouldWarnOfInTheMachine() {
        JavaFileObject raw = JavaFileObjects.forSourceString("demo.Raw", """
                package demo;

                import static dev.fermata.Fermata.*;
                import dev.fermata.*;

                class Raw {
                    @Async
                    Task<Integer> given(int number) {
                        int divided = number / 0;
                        return done(await(done(1)) + divided);
                    }

                    @Async
                    @SuppressWarnings("divzero")
                    Task<Integer> suppressed(int number) {
                        int divided = number / 0;
                        return done(await(done(1)) + divided);
                    }
                }
                """);
        Compilation compilation = javac().withProcessors(new FermataProcessor())
                .withOptions("-Afermata.lint=true", "-Xlint:-divzero")
                .compile(raw);
        assertThat(compilation.warnings()).hasSize(1);
        Diagnostic<? extends JavaFileObject> warning = compilation.warnings().get(0);
        assertThat(warning.getLineNumber()).isEqualTo(8);
        assertThat(warning.getMessage(Locale.ROOT))
                .startsWith("In the class that Fermata generated for given: ")
                .endsWith("division by zero");
    }

    @Test
    void withoutOptionsNothingIsAdded() throws IOException {
        Compilation compilation = compile();
        assertThat(compilation.notes()).isEmpty();
        assertThat(generated(compilation)).doesNotContain("stateDiagram");
    }

    @Test
    void anUnknownValueIsToldWithTheKnownOne() {
        assertThat(warnings("-Afermata.graph=dot"))
                .containsExactly("-Afermata.graph=dot is not known to Fermata: write -Afermata.graph=mermaid");
        assertThat(warnings("-Afermata.explain"))
                .containsExactly("-Afermata.explain is not known to Fermata: write -Afermata.explain=true");
        assertThat(warnings("-Afermata.lint=all"))
                .containsExactly("-Afermata.lint=all is not known to Fermata: write -Afermata.lint=true");
        assertThat(warnings("-Afermata.method=64K"))
                .containsExactly("-Afermata.method=64K is not known to Fermata: write -Afermata.method=6000");
    }

    private static List<String> warnings(String option) {
        return compile(option).warnings().stream()
                .map(warning -> warning.getMessage(Locale.ROOT))
                .toList();
    }

    private static Compilation compile(String... options) {
        Compilation compilation = javac().withProcessors(new FermataProcessor())
                .withOptions((Object[]) options)
                .compile(COUNT);
        assertThat(compilation.errors()).isEmpty();
        return compilation;
    }

    private static String generated(Compilation compilation) throws IOException {
        JavaFileObject file = compilation.generatedFiles().stream()
                .filter(generated -> generated.getName().endsWith("Count_count.java"))
                .findFirst()
                .orElseThrow();
        return file.getCharContent(false).toString();
    }
}
