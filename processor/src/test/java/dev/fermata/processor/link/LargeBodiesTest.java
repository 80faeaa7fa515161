package dev.fermata.processor.link;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.fermata.processor.FermataProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One thousand awaits in one method: no overflow of 64 KB, nothing that HotSpot does not compile, and no more than linear growth. */
class LargeBodiesTest {
    /** How each of the awaits stands in the body; {@code %1$d} is its number. */
    enum Shape {
        STATEMENTS("await(f(%1$d));", ""),
        UPDATES("sum += await(f(%1$d));", ""),
        TRIES("try { sum += await(f(%1$d)); } catch (IllegalStateException e) { sum--; }", ""),
        VARIABLES("int v%1$d = await(f(%1$d));", "sum += await(f(v%1$d));"),
        REFERENCES("String s%1$d = \"\" + await(f(%1$d)); sum += s%1$d.length();", "");

        private final String each;
        private final String after;

        Shape(String each, String after) {
            this.each = each;
            this.after = after;
        }

        String body(int awaits) {
            return lines(each, awaits) + lines(after, awaits);
        }

        private static String lines(String line, int count) {
            return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining("\n", "", "\n"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneThousandAwaitsCompile(Shape shape) throws IOException {
        Map<String, Integer> half = sizes(shape, 500);
        Map<String, Integer> thousand = sizes(shape, 1_000);
        assertThat(thousand.values()).allMatch(size -> size <= CodeSizes.LARGEST_COMPILED);
        assertThat(sum(thousand)).isLessThan(sum(half) * 22 / 10);
    }

    private static int sum(Map<String, Integer> sizes) {
        return sizes.values().stream().mapToInt(size -> size).sum();
    }

    /** The sizes of the machine's methods. */
    private static Map<String, Integer> sizes(Shape shape, int awaits) throws IOException {
        JavaFileObject source = JavaFileObjects.forSourceString("demo.Large", """
                package demo;

                import static dev.fermata.Fermata.*;
                import dev.fermata.*;

                class Large {
                    static Task<Integer> f(int i) { return done(i); }

                    @Async
                    Task<Integer> go() {
                        int sum = 0;
                        %s
                        return done(sum);
                    }
                }
                """.formatted(shape.body(awaits)));
        Compilation compilation = javac().withProcessors(new FermataProcessor())
                .withOptions("-Xlint:all,-processing", "-Werror")
                .compile(source);
        assertThat(compilation.diagnostics()).isEmpty();
        JavaFileObject machine = compilation.generatedFiles().stream()
                .filter(file -> file.getName().endsWith("Large_go.class"))
                .findFirst()
                .orElseThrow();
        try (InputStream classFile = machine.openInputStream()) {
            return CodeSizes.of(classFile.readAllBytes());
        }
    }
}
