package dev.fermata.processor.link;

import static dev.fermata.processor.link.HandWritten.machine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.ir.Bridge;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BridgeTest {
    private static final String BASE = """
            package base;
            import java.util.List;
            public class Base<T> {
              protected T held;
              protected long count = 1L << 40;
              protected static int shared = 5;
              protected Base(T held) { this.held = held; }
              protected T replace(T with, long count) throws java.io.IOException { T old = held; held = with; this.count += count; return old; }
              protected <U extends Comparable<? super U> & java.io.Serializable> List<? extends U> all(U one, List<T> more) { return List.of(one); }
              protected static String free(double d) { return "free" + d; }
              protected String who() { return "base"; }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void protectedMembersOfASuperclassInAnotherPackage() throws Throwable {
        Javac javac = new Javac(folder)
                .source("base/Base.java", BASE)
                .source("p/Sub.java", """
                        package p;
                        import dev.fermata.Async;
                        public class Sub extends base.Base<String> {
                          Sub() { super("held"); }
                          @Async String use() { throw new Error(); }
                          @Override protected String who() { return "sub"; }
                          static Object run() { return new Sub() { @Override protected String who() { return "subsub"; } }.use(); }
                        }
                        """)
                .machines(machine("p.Sub.use", """
                        package p;
                        final class Sub_use {
                          static String enter(Sub_use frame, Sub self) {
                            try {
                              String old = self.replace_(self.set_held("new").concat("er"), 2L);
                              for (Integer one : self.all_(3, java.util.List.of("typed"))) { old += one; }
                              return old + " " + self.get_held().length() + " " + self.get_count() + self.set_shared(6) + self.get_shared()
                                  + self.free_(1.5) + self.super_who() + self.who_();
                            } catch (java.io.IOException declared) {
                              return "";
                            }
                          }
                        }
                        """)
                        .bridging(in -> new Bridge.Virtual("replace_", in.method("base.Base.replace")))
                        .bridging(in -> new Bridge.Virtual("all_", in.method("base.Base.all")))
                        .bridging(in -> new Bridge.Virtual("who_", in.method("base.Base.who")))
                        .bridging(in -> new Bridge.Call("free_", in.method("base.Base.free"), in.type("base.Base")))
                        .bridging(in -> new Bridge.Call("super_who", in.method("base.Base.who"), in.type("base.Base")))
                        .bridging(in -> new Bridge.Get("get_held", in.field("base.Base.held")))
                        .bridging(in -> new Bridge.Set("set_held", in.field("base.Base.held")))
                        .bridging(in -> new Bridge.Get("get_count", in.field("base.Base.count")))
                        .bridging(in -> new Bridge.Set("set_shared", in.field("base.Base.shared")))
                        .bridging(in -> new Bridge.Get("get_shared", in.field("base.Base.shared"))))
                .succeed();

        assertThat(javac.run("p.Sub", "run")).isEqualTo("new3 5 109951162777866free1.5basesubsub");
    }

    @Test
    void superMethodsOfAGenericOwner() throws Throwable {
        Javac javac = new Javac(folder)
                .source("base/Base.java", BASE)
                .source("p/Mid.java", """
                        package p;
                        public class Mid<E> extends base.Base<E[]> {
                          Mid(E[] held) { super(held); }
                        }
                        """)
                .source("p/Low.java", """
                        package p;
                        import dev.fermata.Async;
                        public class Low<A extends Number> extends Mid<A> {
                          Low(A[] held) { super(held); }
                          @Async int use(A[] more) { throw new Error(); }
                          @Override protected A[] replace(A[] with, long count) { throw new Error("not super"); }
                          @Override protected String who() { return "low"; }
                          static Object run() { return new Low<>(new Integer[] {1, 2}).use(new Integer[] {1, 2, 3}); }
                        }
                        """)
                .machines(machine("p.Low.use", """
                        package p;
                        final class Low_use {
                          static <A extends Number> int enter(Low_use frame, Low<A> self, A[] more) {
                            try {
                              A[] old = self.super_replace(more, 1);
                              return old.length * 10 + self.super_replace(old, 1).length + self.super_who().length() * 100;
                            } catch (java.io.IOException declared) { return 0; }
                          }
                        }
                        """)
                        .bridging(in ->
                                new Bridge.Call("super_replace", in.method("base.Base.replace"), in.type("base.Base")))
                        .bridging(in -> new Bridge.Call("super_who", in.method("base.Base.who"), in.type("base.Base"))))
                .succeed();

        assertThat(javac.run("p.Low", "run")).isEqualTo(423);
    }

    @Test
    void superMethodsOfInterfaces() throws Throwable {
        Javac javac = new Javac(folder)
                .source("Both.java", """
                        import dev.fermata.Async;
                        interface Top { default String top() { return "top"; } }
                        interface One extends Top { default String name() { return "one"; } }
                        interface Two { default String name() { return "two"; } }
                        interface Three extends Two { @Async default String three() { throw new Error(); } default String name() { return "three"; } }
                        class Parent implements Top { }
                        class Both extends Parent implements One, Three {
                          @Override public String name() { return "both"; }
                          @Override public String top() { return "overridden"; }
                          @Async String use() { throw new Error(); }
                          static Object run() { return new Both().use() + new Both().three(); }
                        }
                        """)
                .machines(
                        machine("Both.use", """
                                final class Both_use {
                                  static String enter(Both_use frame, Both self) { return self.one() + self.three_() + self.top_() + self.parent(); }
                                }
                                """)
                                .bridging(in -> new Bridge.Call("one", in.method("One.name"), in.type("One")))
                                .bridging(in -> new Bridge.Call("three_", in.method("Three.name"), in.type("Three")))
                                .bridging(in -> new Bridge.Call("top_", in.method("Top.top"), in.type("One")))
                                .bridging(in -> new Bridge.Call("parent", in.method("Top.top"), in.type("Parent"))),
                        machine(
                                        "Three.three",
                                        "final class Three_three { static String enter(Three_three f, Three self) { return self.two(); } }")
                                .bridging(in -> new Bridge.Call("two", in.method("Two.name"), in.type("Two"))))
                .succeed();

        assertThat(javac.run("Both", "run")).isEqualTo("onethreetoptoptwo");
    }

    @Test
    void theInstancesAroundAnInnerClass() throws Throwable {
        Javac javac = new Javac(folder)
                .source("Outer.java", """
                        import dev.fermata.Async;
                        class Outer<T> {
                          private final T held;
                          Outer(T held) { this.held = held; }
                          class Middle<M> {
                            M mid;
                            class Inner {
                              @Async String use() { return Outer.this.held + "" + Middle.this.mid; }
                            }
                          }
                          static Object run() {
                            Outer<String>.Middle<Integer> middle = new Outer<>("outer").new Middle<>();
                            middle.mid = 4;
                            return middle.new Inner().use();
                          }
                        }
                        """)
                .machines(machine("Outer.Middle.Inner.use", """
                        final class Outer_Middle_Inner_use {
                          static <T, M> String enter(Outer_Middle_Inner_use frame, Outer<T>.Middle<M>.Inner self) {
                            T held = self.outer().held;
                            M mid = self.middle().mid;
                            return "machine " + held + mid;
                          }
                        }
                        """)
                        .widening("Outer.held")
                        .bridging(in -> new Bridge.Outer("outer", in.type("Outer")))
                        .bridging(in -> new Bridge.Outer("middle", in.type("Outer.Middle"))))
                .succeed();

        assertThat(javac.run("Outer", "run")).isEqualTo("machine outer4");
    }
}
