package dev.fermata.processor.link;

import static dev.fermata.processor.link.HandWritten.machine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.TestProcessor;
import dev.fermata.processor.message.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTest {
    private static final String ECHO = """
            import dev.fermata.Async;
            class Echo {
              @Async static int twice(int x) { return x + x; }
              static Object run() { return twice(21); }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aMachineThatDoesNotCompileIsReportedAsOurBugAtTheMethodAndNothingIsLinked() throws Throwable {
        Javac javac = new Javac(folder)
                .source("Echo.java", ECHO)
                .source("Good.java", """
                        import dev.fermata.Async;
                        class Good { @Async static int good() { return 1; } }
                        """)
                .machines(
                        machine("Good.good", "final class Good_good { static int enter(Good_good f) { return 2; } }"),
                        machine("Echo.twice", """
                                final class Echo_twice {
                                  static int enter(Echo_twice frame, int x) { return nowhere; }
                                }
                                """));

        assertThat(javac.compile())
                .singleElement()
                .asString()
                .startsWith(
                        "ERROR Echo.java:3 Fermata could not compile Echo.twice(int): this is a bug in Fermata, not in your code.")
                .contains("Echo_twice.java:2: cannot find symbol", "nowhere");
        assertThat(javac.classFiles()).containsExactly("Echo", "Good");
        assertThat(javac.run("Echo", "run")).isEqualTo(42);
        assertThat(javac.run("Good", "good")).isEqualTo(1);
    }

    @Test
    void aMachineOverTheLimitOfTheJvmIsRefusedAtTheMethodWithAWayOut() throws Throwable {
        String statements = "    x += x << 1 ^ x >> 2 ^ x * 31;\n".repeat(6_000);
        Javac javac =
                new Javac(folder).source("Echo.java", ECHO).machines(machine("Echo.twice", """
                        final class Echo_twice {
                          static int enter(Echo_twice frame, int x) {
                        %s    return x;
                          }
                        }
                        """.formatted(statements)));

        assertThat(javac.compile())
                .singleElement()
                .asString()
                .startsWith("ERROR Echo.java:3 [" + Message.MACHINE_TOO_LARGE.code() + "] The state machine of 'twice'")
                .contains("that which begins with line 2.", "from that line on into another @Async method");
        assertThat(javac.classFiles()).containsExactly("Echo");
    }

    @Test
    void aUseThatNeedsATypeWhichOnlyJavacKnowsIsRefusedWithItsLine() throws Throwable {
        Javac javac = new Javac(folder).source("p/Demo.java", """
                package p;
                import static dev.fermata.Fermata.*;
                import dev.fermata.*;
                import java.util.*;
                class Demo {
                  @Async Task<Object> go() {
                    var list = new ArrayList<>(List.of(1, "a"));
                    await(done());
                    List<? super Integer> numbers = list;
                    return done(numbers);
                  }
                }
                """).front(TestProcessor.front());

        assertThat(javac.compile())
                .singleElement()
                .asString()
                .startsWith("ERROR Demo.java:6 [" + Message.INFERRED_TYPE.code() + "] 'go' uses a value")
                .contains("line 9", "ArrayList<Common>", "Declare the variable with an explicit type");
        assertThat(javac.classFiles()).containsExactly("p/Demo");
    }

    @Test
    void aMethodThatHotSpotWouldNeverCompileIsAWarningWithItsSize() throws Throwable {
        String statements = "    x += x << 1 ^ x >> 2 ^ x * 31;\n".repeat(600);
        Javac javac = new Javac(folder)
                .source("Echo.java", ECHO)
                .without("-Werror")
                .machines(machine("Echo.twice", """
                        final class Echo_twice {
                          static int enter(Echo_twice frame, int x) {
                        %s    return x;
                          }
                        }
                        """.formatted(statements)));

        assertThat(javac.compile())
                .singleElement()
                .asString()
                .startsWith("WARNING Echo.java:3 [" + Message.INTERPRETED_FOR_EVER.code()
                        + "] The state machine of 'twice'")
                .contains("has a method of 9002 bytes");
        assertThat(javac.classFiles()).containsExactlyInAnyOrder("Echo", "Echo_twice");
    }

    @Test
    void aFrontThatThrowsIsReportedAsOurBugAtTheClass() throws Throwable {
        Javac javac = new Javac(folder).source("Echo.java", ECHO).front(environment -> type -> {
            throw new IllegalStateException("no such pass");
        });

        assertThat(javac.compile())
                .singleElement()
                .asString()
                .startsWith("ERROR Echo.java:2 Fermata could not compile")
                .contains("Echo", "IllegalStateException: no such pass at dev.fermata.processor.link.FailureTest");
    }

    @Test
    void aMachineWithoutItsEntryIsReportedNotThrown() throws Throwable {
        Javac javac = new Javac(folder)
                .source("Echo.java", ECHO)
                .machines(machine("Echo.twice", "final class SomethingElse { }"));

        assertThat(javac.compile())
                .singleElement()
                .asString()
                .startsWith("ERROR Echo.java:3 Fermata could not compile Echo.twice");
        assertThat(javac.classFiles()).containsExactly("Echo");
    }

    @Test
    void erroneousSourceGetsJavacsErrorsAndNoneOfOurs() throws Throwable {
        Javac javac = new Javac(folder)
                .source("Echo.java", ECHO.replace("return x + x", "int y = nowhere; return x"))
                .front(environment -> type -> {
                    throw new IllegalStateException("stumbled over an erroneous tree");
                });

        assertThat(javac.compile()).singleElement().asString().startsWith("ERROR Echo.java:3 cannot find symbol");
        assertThat(javac.classFiles()).isEmpty();
    }

    @Test
    void anErrorInAnotherClassKeepsEverythingFromBeingLinked() throws Throwable {
        Javac javac = new Javac(folder)
                .source("Echo.java", ECHO)
                .source("Other.java", "class Other { Nowhere nowhere; }")
                .source("Last.java", "class Last { void m() { int x = \"\"; } }")
                .options("-XDshould-stop.ifError=GENERATE")
                .machines(machine(
                        "Echo.twice",
                        "final class Echo_twice { static int enter(Echo_twice f, int x) { return 0; } }"));

        assertThat(javac.compile())
                .hasSize(2)
                .allMatch(
                        message -> message.startsWith("ERROR Other.java:1") || message.startsWith("ERROR Last.java:1"));
        assertThat(javac.classFiles()).doesNotContain("Echo_twice");
    }

    @Test
    void annotationProcessingAloneLinksNothing() throws Throwable {
        AtomicInteger calls = new AtomicInteger();
        Javac javac = new Javac(folder)
                .source("Echo.java", ECHO)
                .options("-proc:only")
                .front(environment -> type -> {
                    calls.incrementAndGet();
                    return List.of();
                });

        assertThat(javac.succeed().classFiles()).isEmpty();
        assertThat(calls).hasValue(0);
    }

    @Test
    void anOlderSourceLevelIsAnErrorAtTheMethod() throws Throwable {
        Javac javac = new Javac(folder)
                .source("Echo.java", ECHO)
                .without("-Xlint:all", "-Werror")
                .options("--release", "11");

        assertThat(javac.compile())
                .anyMatch(message -> message.startsWith("ERROR Echo.java:3 @Async needs source level 17 or later"));
    }
}
