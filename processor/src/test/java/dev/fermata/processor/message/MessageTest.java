package dev.fermata.processor.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.read.Analysis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong is said at the tree itself, with what to write instead. */
class MessageTest {
    private static final String HEAD = "package demo;\nimport static dev.fermata.Fermata.*;\nimport dev.fermata.*;\n";
    private static final String BASE = "package other;\npublic class Base { protected int f; protected static int s;"
            + " protected void m() {} protected static class N {} }";

    /**
     * @param place line and column of the error
     * @param source from line 4 on
     * @param arguments of the message
     */
    record Case(Message message, String place, String source, Object... arguments) {
        @Override
        public String toString() {
            return message + ": " + source.strip().replaceAll("\\s+", " ");
        }
    }

    static List<Case> cases() {
        return new ArrayList<>(List.of(
                new Case(Message.RETURNS_RAW_TASK, "5:10", """
                        class Demo {
                          @Async Task go() { return null; }
                        }
                        """, "go", "dev.fermata.Task"),
                new Case(Message.RETURNS_RAW_TASK, "5:17", """
                        class Demo {
                          @Async public AsyncSequence go() { return null; }
                        }
                        """, "go", "dev.fermata.AsyncSequence"),
                new Case(Message.RETURNS_NO_TASK, "5:10", """
                        class Demo {
                          @Async int go() { return 1; }
                        }
                        """, "go", "int"),
                new Case(Message.ASYNC_WITHOUT_BODY, "5:30", """
                        abstract class Demo {
                          @Async abstract Task<Void> go();
                        }
                        """, "go", "abstract"),
                new Case(Message.ASYNC_WITHOUT_BODY, "5:21", """
                        interface Demo {
                          @Async Task<Void> go();
                        }
                        """, "go", "abstract"),
                new Case(Message.ASYNC_WITHOUT_BODY, "5:28", """
                        class Demo {
                          @Async native Task<Void> go();
                        }
                        """, "go", "native"),
                new Case(Message.ASYNC_SYNCHRONIZED, "5:34", """
                        class Demo {
                          @Async synchronized Task<Void> go() { return done(); }
                        }
                        """, "go"),
                new Case(Message.ASYNC_IN_LOCAL_CLASS, "8:25", """
                        class Demo {
                          class Inner {}
                          Object make(Demo outer) {
                            return outer.new Inner() {
                              @Async Task<Void> go() { await(done()); return done(); }
                            };
                          }
                        }
                        """, "go"),
                new Case(Message.CAPTURED_TWICE, "12:31", """
                        class Demo {
                          void make(int x) {
                            class First {
                              int first() { return x; }
                              void inner(String y) {
                                int x = 2;
                                class Second {
                                  int second() { return x; }
                                  @Async Task<Object> go() {
                                    First first = new First();
                                    return done(first.first() + x + y);
                                  }
                                }
                              }
                            }
                          }
                        }
                        """, "x"),
                new Case(Message.AWAIT_OUTSIDE_ASYNC, "6:24", """
                        class Demo {
                          void go() {
                            Runnable r = () -> await(done());
                          }
                        }
                        """, "go"),
                new Case(Message.AWAIT_OUTSIDE_ASYNC, "5:28", """
                        class Demo {
                          int go() { return Fermata.await(done(1)); }
                        }
                        """, "go"),
                new Case(Message.AWAIT_IN_OTHER_ASYNC, "5:34", """
                        class Demo {
                          @other.Async Task<Void> go() { await(done()); return done(); }
                        }
                        """, "go", "other.Async"),
                new Case(Message.RETURNS_OTHER_TASK, "5:20", """
                        class Demo {
                          @Async other.Task<Void> go() { return null; }
                        }
                        """, "go", "other.Task<java.lang.Void>"),
                new Case(Message.AWAIT_IN_INITIALIZER, "5:15", """
                        class Demo {
                          int field = await(done(1));
                        }
                        """, "Demo"),
                new Case(Message.AWAIT_IN_INITIALIZER, "5:12", """
                        class Demo {
                          static { await(done(1)); }
                        }
                        """, "Demo"),
                new Case(Message.AWAIT_IN_INITIALIZER, "6:13", """
                        class Demo {
                          Object made = new java.util.ArrayList<String>() {
                            int i = await(done(1));
                          };
                        }
                        """, "java.util.ArrayList<String>"),
                new Case(Message.AWAIT_IN_CONSTRUCTOR, "7:13", """
                        class Demo {
                          private final int field;
                          Demo() {
                            field = await(done(1));
                          }
                        }
                        """, "Demo"),
                new Case(Message.AWAIT_IN_LAMBDA, "6:48", """
                        class Demo {
                          @Async Task<Void> go() {
                            Runnable r = () -> { synchronized (this) { await(done()); } };
                            return done();
                          }
                        }
                        """, "Runnable.run", "void"),
                new Case(Message.AWAIT_IN_LAMBDA, "7:28", """
                        class Demo {
                          @Async Task<Void> go() {
                            java.util.List.of("a").forEach(s ->
                                System.out.println(await(done(s))));
                            return done();
                          }
                        }
                        """, "Consumer.accept", "void"),
                new Case(Message.AWAIT_IN_LAMBDA, "8:14", """
                        class Demo {
                          @Async Task<Void> go() {
                            java.util.Comparator<String> c = (a, b) -> {
                              AsyncCallable<Integer, RuntimeException> inner = () -> done(await(done(1)));
                              return await(inner.call());
                            };
                            return done();
                          }
                        }
                        """, "Comparator.compare", "int"),
                new Case(Message.LAMBDA_OUTSIDE_ASYNC, "6:55", """
                        class Demo {
                          AsyncCallable<Integer, RuntimeException> make() {
                            return () -> { int twice = 2; return done(twice * await(done(1))); };
                          }
                        }
                        """),
                new Case(Message.AWAIT_IN_LAMBDA, "6:24", """
                        @Async class Demo {
                          void make() {
                            Runnable r = () -> await(done());
                          }
                        }
                        """, "Runnable.run", "void"),
                new Case(Message.AWAIT_OUTSIDE_ASYNC, "6:5", """
                        @Async class Demo {
                          void make() {
                            await(done());
                          }
                        }
                        """, "make"),
                new Case(Message.LAMBDA_AND_LOCAL_CLASS, "8:49", """
                        @Async class Demo {
                          class Inner {}
                          void go(Demo outer) {
                            var x = outer.new Inner() { int n; };
                            AsyncCallable<Object, RuntimeException> c = () -> done(x.n + await(done(1)));
                          }
                        }
                        """, "<anonymous demo.Demo.Inner>"),
                new Case(Message.AWAIT_IN_CLASS_BODY, "6:31", """
                        class Demo {
                          @Async Task<Void> go() {
                            new Object() { void f() { await(done()); } };
                            return done();
                          }
                        }
                        """),
                new Case(Message.AWAIT_IN_CLASS_BODY, "6:27", """
                        class Demo {
                          @Async Task<Void> go() {
                            class Local { int n = await(done(1)); }
                            return done();
                          }
                        }
                        """),
                new Case(Message.AWAIT_REFERENCE, "5:57", """
                        class Demo {
                          java.util.function.Function<Task<String>, String> f = Fermata::await;
                        }
                        """, "await"),
                new Case(Message.AWAIT_IN_SYNCHRONIZED, "7:20", """
                        class Demo {
                          @Async Task<Void> go() {
                            synchronized (await(done("x"))) { this.
                              <String>wait(await(done("x"))); }
                            return done();
                          }
                          <T> void wait(T t) {}
                        }
                        """),
                new Case(Message.VARIABLE_TYPE_HAS_NO_NAME, "9:9", """
                        class Demo {
                          static void add(java.util.List<? super Integer> numbers) {}
                          @Async Task<Void> go() {
                            var x = new java.util.ArrayList<>(java.util.List.of(1, "a"));
                            await(done());
                            add(x);
                            return done();
                          }
                        }
                        """, "x", "it has a part without a name"),
                new Case(Message.PATTERN_OF_LOCAL_CLASS, "7:48", """
                        class Demo {
                          @Async <T> Task<T> go(T t, Object o) {
                            class Kept { T kept = t; }
                            return done(await(done(o)) instanceof Kept kept ? kept.kept : t);
                          }
                        }
                        """, "kept"),
                new Case(Message.VALUE_TYPE_HAS_NO_NAME, "7:11", """
                        class Demo {
                          class Inner {}
                          @Async Task<Void> go(Demo other) {
                            other.new Inner() { int f(int n) { return n; } }.f(await(done(1)));
                            return done();
                          }
                        }
                        """, "it is an anonymous class"),
                new Case(Message.TYPE_VARIABLE_HIDES, "5:22", """
                        class Demo<T> {
                          @Async <T> Task<T> go(T t) {
                            class Kept { T kept = t; }
                            return done(new Kept().kept);
                          }
                        }
                        """, "T"),
                new Case(Message.ASSIGNED_AND_CAPTURED, "8:8", """
                        class Demo {
                          void two(int a, Runnable r) {}
                          @Async Task<Void> go() {
                            int x;
                            two(x = 1, () -> System.out.println(x));
                            return done();
                          }
                        }
                        """, "x"),
                new Case(Message.PROTECTED_UPDATE, "7:14", """
                        class Demo extends other.Base {
                          Demo next() { return this; }
                          @Async Task<Void> go(Demo that) {
                            next().f += 2;
                            return done();
                          }
                        }
                        """, "f"),
                new Case(Message.PROTECTED_RECEIVER, "6:62", """
                        class Demo extends other.Base {
                          Demo me() { return this; }
                          @Async Task<Integer> go() { await(done()); return done(me().s); }
                        }
                        """, "s"),
                new Case(Message.PROTECTED_RECEIVER, "7:8", """
                        class Sub extends Demo<String> {}
                        class Demo<T> extends other.Base {
                          @Async Task<Void> go(Sub sub) {
                            sub.m();
                            return done();
                          }
                        }
                        """, "m"),
                new Case(Message.PROTECTED_TYPE, "6:16", """
                        class Demo extends java.awt.Component {
                          @Async Task<Void> go() {
                            Object o = BltBufferStrategy.class;
                            return done();
                          }
                        }
                        """, "BltBufferStrategy"),
                new Case(Message.LOCAL_CLASS_EXTENDS_INNER, "9:9", """
                        class Demo {
                          class Inner {}
                          @Async Task<Void> go() {
                            new Object() {
                              void f() {
                                class Local extends Inner {}
                              }
                            };
                            return done();
                          }
                        }
                        """, "Local"),
                new Case(Message.ASYNC_RESOURCE_PLACE, "6:32", """
                        class Demo {
                          @Async Task<Void> go(AsyncCloseable<RuntimeException> c) {
                            synchronized (this) { try (c) {} }
                            return done();
                          }
                        }
                        """, "c"),
                new Case(Message.AWAIT_REFERENCE, "5:43", """
                        class Demo {
                          java.util.function.Consumer<String> f = Fermata::emit;
                        }
                        """, "emit"),
                new Case(Message.EMIT_PLACE, "6:24", """
                        class Demo {
                          @Async AsyncSequence<Integer> go() {
                            Runnable r = () -> emit(1);
                            return end();
                          }
                        }
                        """, "in a lambda"),
                new Case(Message.EMIT_PLACE, "5:15", """
                        class Demo {
                          void go() { emit(1); }
                        }
                        """, "in 'go', which is not @Async"),
                new Case(Message.EMIT_PLACE, "5:5", """
                        class Demo {
                          { emit(1); }
                        }
                        """, "in an initializer of 'Demo'"),
                new Case(Message.EMIT_PLACE, "6:27", """
                        class Demo {
                          @Async AsyncSequence<Integer> go() {
                            synchronized (this) { emit(1); }
                            return end();
                          }
                        }
                        """, "in a synchronized block"),
                new Case(Message.EMIT_PLACE, "6:32", """
                        class Demo {
                          @Async AsyncSequence<Integer> go() {
                            new Object() { void in() { emit(1); } };
                            return end();
                          }
                        }
                        """, "in the body of a class inside an @Async method"),
                new Case(Message.EMIT_PLACE, "6:62", """
                        class Demo {
                          @Async AsyncSequence<Integer> go() {
                            java.util.function.Supplier<Task<Integer>> one = () -> { emit(1); return done(await(done(2))); };
                            return end();
                          }
                        }
                        """, "in a lambda"),
                new Case(Message.EMIT_PLACE, "5:12", """
                        class Demo {
                          Demo() { emit(1); }
                        }
                        """, "in a constructor of 'Demo'"),
                new Case(Message.EMIT_PLACE, "5:60", """
                        class Demo {
                          java.util.function.Supplier<Task<Integer>> one = () -> { emit(1); return done(2); };
                        }
                        """, "in a lambda"),
                new Case(Message.EMIT_WITHOUT_SEQUENCE, "6:5", """
                        class Demo {
                          @Async Task<Integer> go() {
                            emit(1);
                            return done(1);
                          }
                        }
                        """, "go", "dev.fermata.Task<java.lang.Integer>"),
                new Case(Message.EMIT_TYPE, "6:10", """
                        class Demo {
                          @Async AsyncSequence<Long> go() {
                            emit(1);
                            return end();
                          }
                        }
                        """, "int", "go", "java.lang.Long"),
                new Case(Message.EACH_PLACE, "6:31", """
                        class Demo {
                          @Async Task<Void> go(AsyncSequence<String> s) {
                            Iterable<String> values = each(s);
                            return done();
                          }
                        }
                        """, "outside of the head of a for-each loop"),
                new Case(Message.EACH_PLACE, "5:51", """
                        class Demo {
                          void go(AsyncSequence<String> s) { for (var x : each(s)) {} }
                        }
                        """, "in 'go', which is not @Async"),
                new Case(Message.EACH_PLACE, "6:39", """
                        class Demo {
                          @Async Task<Void> go(AsyncSequence<String> s) {
                            Runnable r = () -> { for (var x : each(s)) {} };
                            return done();
                          }
                        }
                        """, "in a lambda")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isPrintedOnceAtTheTreeItself(Case example) {
        assertThat(errors(example.source()))
                .containsExactly("Demo.java:" + example.place() + ": "
                        + example.message().format(example.arguments()));
    }

    @Test
    void everyMessageHasAnExample() {
        Set<Message> shown = cases().stream().map(Case::message).collect(Collectors.toSet());
        // No syntax of Java 17 is refused as such.
        shown.add(Message.SYNTAX_WITH_AWAIT);
        // Needs Lombok: see company.CompanyTest.
        shown.add(Message.CODE_WITHOUT_TEXT);
        // Found by the nested compilation: see link.FailureTest.
        shown.add(Message.INFERRED_TYPE);
        shown.add(Message.MACHINE_TOO_LARGE);
        shown.add(Message.INTERPRETED_FOR_EVER);
        // Found in the class files: see link.UnwrittenClassTest and link.StayingLambdaTest.
        shown.add(Message.LOCAL_CLASS_NOT_WRITTEN);
        shown.add(Message.LAMBDA_NOT_TOLD_APART);
        assertThat(shown).containsExactlyInAnyOrder(Message.values());
    }

    @Test
    void codesAreUnique() {
        assertThat(Stream.of(Message.values()).map(Message::code)).doesNotHaveDuplicates();
    }

    @Test
    void aMessageSaysWhatToWriteInstead() {
        assertThat(Message.SYNTAX_WITH_AWAIT.format("X"))
                .isEqualTo("[FERMATA-027] 'await' inside of this construct (X) is not supported yet.\n"
                        + "  Await into a local variable first.");
    }

    private static List<String> errors(String source) {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("demo/Demo.java", HEAD + source);
        sources.put("other/Base.java", BASE);
        sources.put("other/Async.java", "package other;\npublic @interface Async {}");
        sources.put("other/Task.java", "package other;\npublic class Task<T> {}");
        return Analysis.of(sources).errors().stream()
                .map(error -> error.replaceAll("\\n +", "\n  "))
                .toList();
    }
}
