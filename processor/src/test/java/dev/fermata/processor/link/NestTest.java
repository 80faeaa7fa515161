package dev.fermata.processor.link;

import static dev.fermata.processor.link.HandWritten.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestTest {
    @TempDir
    Path folder;

    @Test
    void aMachineUsesPrivateFieldsMethodsRecordsAndEnumsByTheirNames() throws Throwable {
        Javac javac = new Javac(folder)
                .source("p/Echo.java", """
                        package p;
                        import dev.fermata.Async;
                        class Echo {
                          private static final int CONSTANT = 7;
                          private int served = 1;
                          private record Point(int x, Color color) { private Point { } private int doubled() { return 2 * x; } }
                          private enum Color { RED, GREEN { @Override String sign() { return "g"; } }; String sign() { return "r"; } }
                          private static class Deep { private class Deeper { private final int depth; private Deeper(int depth) { this.depth = depth; } } }
                          private static <T> T same(T value) { return value; }
                          private int count(int by) { return served += by; }
                          @Async private String serve(int by) { throw new Error(); }
                          static Object run() { return new Echo().serve(4); }
                        }
                        """)
                .machines(machine("p.Echo.serve", """
                        package p;
                        final class Echo_serve {
                          static String enter(Echo_serve frame, Echo self, int by) {
                            var point = new Echo.Point(self.count(by), Echo.Color.GREEN);
                            Runnable more = new Runnable() { public void run() { self.served++; } };
                            more.run();
                            Echo.Deep.Deeper deeper = new Echo.Deep().new Deeper(3);
                            return switch (point.color()) {
                              case GREEN -> point.color().sign() + point.doubled() + Echo.same("s") + self.served + Echo.CONSTANT + deeper.depth;
                              case RED -> "";
                            };
                          }
                        }
                        """)
                        .widening(
                                "p.Echo.served",
                                "p.Echo.count",
                                "p.Echo.Point",
                                "p.Echo.Point.<init>",
                                "p.Echo.Point.doubled",
                                "p.Echo.Color",
                                "p.Echo.same",
                                "p.Echo.CONSTANT",
                                "p.Echo.Deep",
                                "p.Echo.Deep.<init>",
                                "p.Echo.Deep.Deeper",
                                "p.Echo.Deep.Deeper.<init>",
                                "p.Echo.Deep.Deeper.depth"))
                .succeed();

        assertThat(javac.run("p.Echo", "run")).isEqualTo("g10s673");
        assertThat(javac.parsed("p/Echo").nestMembers).contains("p/Echo_serve", "p/Echo_serve$1", "p/Echo$Point");
        assertThat(javac.parsed("p/Echo_serve$1").nestHostClass).isEqualTo("p/Echo");
        assertThat(javac.parsed("p/Echo_serve").nestHostClass).isEqualTo("p/Echo");
        assertThat(javac.parsed("p/Echo_serve").nestMembers).isNull();
    }

    @Test
    void aPrivateMemberThatIsNotUsedStaysInvisible() throws Exception {
        Javac javac = new Javac(folder)
                .source("Echo.java", """
                        import dev.fermata.Async;
                        class Echo {
                          private void pick(Integer x) { throw new Error("wrong overload"); }
                          void pick(Object x) { }
                          @Async void serve() { throw new Error(); }
                          static void run() { Echo echo = new Echo(); echo.serve(); echo.pick(1L); if (false) echo.pick(1); }
                        }
                        """)
                .machines(machine("Echo.serve", """
                        final class Echo_serve {
                          static void enter(Echo_serve frame, Echo self) { self.pick(1); }
                        }
                        """))
                .succeed();

        assertThatCode(() -> javac.run("Echo", "run")).doesNotThrowAnyException();
    }

    @Test
    void defaultPrivateAndStaticMethodsOfAnInterface() throws Throwable {
        Javac javac = new Javac(folder)
                .source("Face.java", """
                        import dev.fermata.Async;
                        interface Face {
                          String name();
                          private String hidden() { return "hidden " + name(); }
                          @Async default String open() { throw new Error(); }
                          @Async private String closed() { throw new Error(); }
                          @Async static String free(int x) { throw new Error(); }
                          static Object run() { Face face = () -> "face"; return face.open() + face.closed() + free(1); }
                        }
                        """)
                .machines(
                        machine(
                                        "Face.open",
                                        "final class Face_open { static String enter(Face_open f, Face self) { return self.hidden(); } }")
                                .widening("Face.hidden"),
                        machine(
                                "Face.closed",
                                "final class Face_closed { static String enter(Face_closed f, Face self) { return self.name(); } }"),
                        machine(
                                "Face.free",
                                "final class Face_free { static String enter(Face_free f, int x) { return \"free\" + x; } }"))
                .succeed();

        assertThat(javac.run("Face", "run")).isEqualTo("hidden facefacefree1");
    }

    @Test
    void enumsRecordsAndInnerClassesAsOwners() throws Throwable {
        Javac javac = new Javac(folder)
                .source("Outer.java", """
                        import dev.fermata.Async;
                        class Outer<T> {
                          private T held;
                          Outer(T held) { this.held = held; }
                          private enum Level { LOW; private int n = 5; @Async int up(int by) { throw new Error(); } }
                          private record Pair(int a, int b) { @Async int sum() { throw new Error(); } }
                          private class Inner { private int i = 3; @Async int in() { throw new Error(); } }
                          static Object run() { return Level.LOW.up(1) + " " + new Pair(1, 2).sum() + " " + new Outer<>("o").new Inner().in(); }
                        }
                        """)
                .machines(
                        machine(
                                        "Outer.Level.up",
                                        "final class Outer_Level_up { static int enter(Outer_Level_up f, Outer.Level self, int by) { return self.n + by; } }")
                                .widening("Outer.Level", "Outer.Level.n"),
                        machine(
                                        "Outer.Pair.sum",
                                        "final class Outer_Pair_sum { static int enter(Outer_Pair_sum f, Outer.Pair self) { return self.a + self.b(); } }")
                                .widening("Outer.Pair", "Outer.Pair.a"),
                        machine(
                                        "Outer.Inner.in",
                                        "final class Outer_Inner_in { static <T> int enter(Outer_Inner_in f, Outer<T>.Inner self) { return self.i; } }")
                                .widening("Outer.Inner", "Outer.Inner.i"))
                .succeed();

        assertThat(javac.run("Outer", "run")).isEqualTo("6 3 3");
    }
}
