package dev.fermata.processor.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.processor.TestProcessor;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The synthetic methods of async lambdas in code that is not async start their machines. */
class StayingLambdaTest {
    private static final String HEAD = """
            package p;
            import static dev.fermata.Fermata.*;
            import dev.fermata.*;
            import java.util.*;
            import java.util.function.*;
            """;

    @TempDir
    private Path folder;

    private Javac javac(String source) throws IOException {
        return new Javac(folder).source("p/Owner.java", HEAD + source).front(TestProcessor.front());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:lines,source", "-g:none"})
    void capturesOfOneTypeAreNotMixedUp(String debug) throws Throwable {
        Javac javac = javac("""
                @Async class Owner {
                  static Supplier<Task<String>> make(String a, String b, String c) {
                    return () -> {
                      await(checkpoint());
                      String first = c + b;
                      return done(first + a);
                    };
                  }
                  static Object run() { return Fermata.run(() -> make("a", "b", "c").get()); }
                }
                """).options(debug).succeed();

        assertThat(javac.run("p.Owner", "run")).isEqualTo("cba");
    }

    @Test
    void lambdasOfOneShapeOnOneLineAreToldByTheirOrder() throws Throwable {
        Javac javac = javac("""
                @Async class Owner {
                  static List<Supplier<Task<String>>> make(String a) { return List.of(() -> done(a + await(done("1"))), () -> done(a + await(done("2"))), () -> done(a + await(done("3")))); }
                  static Object run() {
                    return Fermata.run(() -> gather(make("x").stream().map(Supplier::get).toList())).toString();
                  }
                }
                """).succeed();

        assertThat(javac.run("p.Owner", "run")).isEqualTo("[x1, x2, x3]");
    }

    @Test
    void aLambdaInAFinallyThatJavacGeneratesTwiceIsOneLambda() throws Throwable {
        Javac javac = javac("""
                @Async class Owner {
                  static Supplier<Task<String>> made;
                  static int make(int n) {
                    try {
                      if (n > 1) { return n; }
                    } finally {
                      made = () -> done("finally" + n + await(done("!")));
                    }
                    return -n;
                  }
                  static Object run() {
                    return Fermata.run(() -> {
                      make(1);
                      Task<String> one = made.get();
                      make(2);
                      return gather(List.of(one, made.get()));
                    }).toString();
                  }
                }
                """).succeed();

        assertThat(javac.run("p.Owner", "run")).isEqualTo("[finally1!, finally2!]");
    }

    @Test
    void interfacesAndRecordsHaveAsyncLambdasToo() throws Throwable {
        Javac javac = javac("""
                @Async interface Owner {
                  Supplier<Task<String>> FIXED = () -> done("fixed" + await(done(1)));
                  int n();
                  default Supplier<Task<String>> make(String text) { return () -> done(text + n() + await(done(secret()))); }
                  private String secret() { return "secret"; }
                  record Two(int n, Supplier<Task<String>> own) implements Owner {
                    public Two { own = () -> done("own" + await(done(n))); }
                  }
                  static Object run() {
                    Two two = new Two(2, null);
                    return Fermata.run(() -> gather(List.of(FIXED.get(), two.make("t").get(), two.own().get()))).toString();
                  }
                }
                """).succeed();

        assertThat(javac.run("p.Owner", "run")).isEqualTo("[fixed1, t2secret, own2]");
    }

    @Test
    void lambdasThatNothingTellsApartAreTheUsersToSetApart() throws Exception {
        assertThat(javac("""
                @Async class Owner {
                  void make() { Supplier<Task<Integer>> a = () -> done(await(done(1))); Supplier<Task<Integer>> b = () -> done(await(done(2))); }
                }
                """).compile())
                .hasSize(2)
                .allMatch(message -> message.startsWith("ERROR Owner.java:7 [FERMATA-043] Which of javac's methods has"
                        + " the code of this async lambda cannot be told: 2 fit."));
    }

    @Test
    void loadsInAnotherOrderThanTheSourceConfirmNothing() throws Exception {
        assertThat(javac("""
                @Async class Owner {
                  Supplier<Task<Integer>> make(int step, int start) {
                    return () -> {
                      int sum = 0;
                      for (int i = 0; i < 3; i += step) {
                        sum += await(done(start));
                      }
                      return done(sum);
                    };
                  }
                }
                """).options("-g:lines,source").compile())
                .singleElement()
                .asString()
                .startsWith("ERROR Owner.java:8 [FERMATA-043]")
                .contains("none fits")
                .contains("compile with -g");
    }

    @Test
    void aSerializableLambdaIsStillKnownToItsDeserializer() throws Throwable {
        Javac javac = javac("""
                @Async class Owner {
                  interface Work extends Supplier<Task<String>>, java.io.Serializable {}
                  static Work make(String a, String b) { return () -> done(b + await(done(a))); }
                  static Object run() throws Exception {
                    var bytes = new java.io.ByteArrayOutputStream();
                    new java.io.ObjectOutputStream(bytes).writeObject(make("a", "b"));
                    var in = new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray())) {
                      @Override protected Class<?> resolveClass(java.io.ObjectStreamClass type) throws ClassNotFoundException {
                        return Class.forName(type.getName(), false, Owner.class.getClassLoader());
                      }
                    };
                    Work read = (Work) in.readObject();
                    return Fermata.run(() -> read.get());
                  }
                }
                """).succeed();

        assertThat(javac.run("p.Owner", "run")).isEqualTo("ba");
    }

    @Test
    void whatOnlyTheLambdasOriginalBodyUsedIsDropped() throws Throwable {
        Javac javac = javac("""
                @Async class Owner {
                  Function<Integer, Task<Integer>> twice = n -> {
                    Supplier<Task<Integer>> inner = () -> done(await(done(n)));
                    IntUnaryOperator plain = m -> 2 * m;
                    return done(plain.applyAsInt(await(inner.get())));
                  };
                  static Object run() { return Fermata.run(() -> new Owner().twice.apply(4)); }
                }
                """).succeed();

        assertThat(javac.methods("p/Owner"))
                .filteredOn(name -> name.startsWith("lambda$"))
                .hasSize(2);
        assertThat(javac.run("p.Owner", "run")).isEqualTo(8);
    }

    @Test
    void aStackTraceNamesTheLambdasLines() throws Throwable {
        Javac javac = javac("""
                @Async class Owner {
                  static final Supplier<Task<Void>> FAILS = () -> {
                    await(checkpoint());
                    throw new IllegalStateException("here");
                  };
                  static void run() { Fermata.run(() -> FAILS.get()); }
                }
                """).succeed();

        assertThatThrownBy(() -> javac.run("p.Owner", "run"))
                .hasMessage("here")
                .satisfies(failure ->
                        assertThat(failure.getStackTrace()[0]).hasToString("p.Owner_FAILS.run(Owner.java:9)"));
    }

    @Test
    void inAClassThatIsNotAsyncNoLambdaOutsideOfAsyncMethodsAwaits() throws Exception {
        assertThat(javac("""
                class Owner {
                  Supplier<Task<Integer>> one = () -> done(await(done(1)));
                }
                """).compile()).singleElement().asString().startsWith("ERROR Owner.java:7 [FERMATA-042]");
    }
}
