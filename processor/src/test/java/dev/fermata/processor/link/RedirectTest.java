package dev.fermata.processor.link;

import static dev.fermata.processor.link.HandWritten.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.tree.MethodNode;

class RedirectTest {
    @TempDir
    Path folder;

    @Test
    void aCallOfTheMethodRunsItsMachine() throws Throwable {
        Javac javac = new Javac(folder)
                .source("Echo.java", """
                        import dev.fermata.Async;
                        class Echo {
                          @Async static int twice(int x) { throw new Error("untransformed"); }
                          static Object run() { return twice(21); }
                        }
                        """)
                .machines(machine("Echo.twice", """
                        final class Echo_twice {
                          static int enter(Echo_twice frame, int x) { return frame == null ? 2 * x : 0; }
                        }
                        """))
                .succeed();

        assertThat(javac.run("Echo", "run")).isEqualTo(42);
        assertThat(javac.classFiles()).containsExactly("Echo", "Echo_twice");
        assertThat(Files.readString(javac.generated().resolve("Echo_twice.java")))
                .contains("2 * x");
    }

    @Test
    void parametersOfAllSizesArePassedOnAfterThis() throws Throwable {
        Javac javac = new Javac(folder)
                .source("p/Wide.java", """
                        package p;
                        import dev.fermata.Async;
                        public class Wide<T extends Comparable<T>> {
                          final String name = "wide";
                          @Async <U> String all(long a, byte b, double c, T d, U[] e, boolean f) { throw new Error(); }
                          static Object run() { return new Wide<String>().all(1L, (byte) 2, 3.5, "d", new Integer[] {5}, true); }
                        }
                        """)
                .machines(machine("p.Wide.all", """
                        package p;
                        final class Wide_all {
                          static <T extends Comparable<T>, U> String enter(Wide_all frame, Wide<T> self, long a, byte b, double c, T d, U[] e, boolean f) {
                            return self.name + a + b + c + d + e[0] + f;
                          }
                        }
                        """))
                .succeed();

        assertThat(javac.run("p.Wide", "run")).isEqualTo("wide123.5d5true");
    }

    @Test
    void whatIsDeclaredOfAMethodStays() throws Throwable {
        Javac javac = new Javac(folder)
                .source("Kept.java", """
                        import dev.fermata.Async;
                        import java.util.List;
                        class Kept {
                          @Deprecated @Async
                          private static <T> List<T> kept(final List<T> list, int count) throws java.io.IOException {
                            int local = count;
                            throw new java.io.IOException("untransformed" + local);
                          }
                          static Object run() throws Exception { return kept(List.of(1), 0); }
                        }
                        """)
                .machines(machine("Kept.kept", """
                        import java.util.List;
                        final class Kept_kept {
                          static <T> List<T> enter(Kept_kept frame, List<T> list, int count) { return list; }
                        }
                        """))
                .options("-parameters", "-g")
                .succeed();

        MethodNode kept = javac.parsed("Kept").methods.stream()
                .filter(method -> method.name.equals("kept"))
                .findFirst()
                .orElseThrow();
        assertThat(kept.signature).isEqualTo("<T:Ljava/lang/Object;>(Ljava/util/List<TT;>;I)Ljava/util/List<TT;>;");
        assertThat(kept.exceptions).containsExactly("java/io/IOException");
        assertThat(kept.visibleAnnotations).extracting(a -> a.desc).containsExactly("Ljava/lang/Deprecated;");
        assertThat(kept.invisibleAnnotations).extracting(a -> a.desc).containsExactly("Ldev/fermata/Async;");
        assertThat(kept.parameters).extracting(p -> p.name).containsExactly("list", "count");
        assertThat(kept.localVariables)
                .extracting(v -> v.name + v.signature)
                .containsExactly("listLjava/util/List<TT;>;", "countnull");
        assertThat(javac.run("Kept", "run")).hasToString("[1]");
    }

    @Test
    void lambdasThatOnlyTheOriginalBodyUsedAreDropped() throws Throwable {
        Javac javac = new Javac(folder)
                .source("Lambdas.java", """
                        import dev.fermata.Async;
                        import java.util.function.IntSupplier;
                        import java.util.function.Supplier;
                        class Lambdas {
                          static final IntSupplier field = () -> { IntSupplier nested = () -> 1; return nested.getAsInt(); };
                          @Async static int gone(int x) {
                            Supplier<IntSupplier> outer = () -> () -> x;
                            return outer.get().getAsInt();
                          }
                          static Object run() { return gone(1) + field.getAsInt(); }
                        }
                        """)
                .machines(machine("Lambdas.gone", """
                        final class Lambdas_gone {
                          static int enter(Lambdas_gone frame, int x) { return 10; }
                        }
                        """))
                .succeed();

        assertThat(javac.methods("Lambdas"))
                .filteredOn(name -> name.startsWith("lambda$"))
                .hasSize(2)
                .allMatch(name -> name.contains("static"));
        assertThat(javac.run("Lambdas", "run")).isEqualTo(11);
    }

    @Test
    void aStackTraceNamesTheUsersFileAndLines() throws Throwable {
        Javac javac = new Javac(folder).source("Trace.java", """
                        import dev.fermata.Async;
                        class Trace {
                          @Async static void fail() {
                            throw new Error("untransformed");
                          }
                          static void run() { fail(); }
                        }
                        """).machines(machine("Trace.fail", """
                        final class Trace_fail {
                          static void enter(Trace_fail frame) {
                            Runnable later = new Runnable() {
                              public void run() {
                                int unmapped = 1; //@4
                                throw new IllegalStateException("here" + unmapped);
                              }
                            };
                            later.run(); //@5
                          }
                        }
                        """));
        javac.succeed();

        assertThatThrownBy(() -> javac.run("Trace", "run"))
                .satisfies(failure -> assertThat(failure.getStackTrace())
                        .extracting(
                                frame -> frame.getClassName() + " " + frame.getFileName() + ":" + frame.getLineNumber())
                        .startsWith(
                                "Trace_fail$1 Trace.java:4",
                                "Trace_fail Trace.java:5",
                                "Trace Trace.java:2",
                                "Trace Trace.java:6"));
    }
}
