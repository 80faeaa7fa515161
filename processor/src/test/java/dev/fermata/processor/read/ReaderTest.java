package dev.fermata.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.IrText;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Stmt;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** What the text form of the IR does not show. */
class ReaderTest {
    private static final String HEAD = "package demo; import static dev.fermata.Fermata.*; import dev.fermata.*;\n";

    private static List<AsyncMethod> methods(String text) {
        Analysis analysis = Analysis.of(Map.of("demo/Demo.java", HEAD + text));
        assertThat(analysis.errors()).isEmpty();
        return analysis.methods();
    }

    private static AsyncMethod method(String body) {
        return methods(
                        "class Demo {\n  void use(Object o) {}\n  @Async Task<Integer> go(int p, int q) throws Exception {\n"
                                + body + "\n  }\n}")
                .get(0);
    }

    private static Map<String, Local> locals(AsyncMethod method) {
        return method.locals().stream().collect(Collectors.toMap(Local::name, local -> local));
    }

    private static Stmt.Plain plain(AsyncMethod method, int index) {
        return (Stmt.Plain) method.body().statements().get(index);
    }

    private static List<String> uses(Code code) {
        return code.parts().stream()
                .filter(Part.Use.class::isInstance)
                .map(Part.Use.class::cast)
                .map(use -> use.local() + " " + use.access())
                .toList();
    }

    @Test
    void aLocalIsEffectivelyFinalWhileItIsAssignedOnce() {
        Map<String, Local> locals = locals(method("""
                int a = 1; int b = 1; b++; int c; c = 2; int d; d = 1; d = 2; int e; if (p > 1) e = 1; else e = 2;
                int f; while (true) { f = await(done(1)); if (f == 2) break; }
                use((Runnable) () -> use(e)); q = 2; final int g; g = 2; for (int i = 0; i < 3; i++) use(i);
                return done(await(done(f)));
                """));
        assertThat(locals.values().stream().filter(Local::effectivelyFinal).map(Local::name))
                .containsExactlyInAnyOrder("self", "p", "a", "c", "e", "g");
    }

    @Test
    void everyVariableHasItsKindAndItsType() {
        AsyncMethod method = method("""
                for (var s : "a b".split(" ")) await(done());
                java.util.function.Function<Object, Object> f = (x) -> { int y = 1; return x instanceof String z ? z : y; };
                if (f instanceof Runnable r) { await(done(r)); }
                use(new Object() { int field; void m(int n) { int local = n; } });
                return done(1);
                """);
        assertThat(method.locals().stream().map(local -> local.kind() + " " + local.type() + " " + local))
                .containsExactlyInAnyOrder(
                        "SELF demo.Demo self",
                        "PARAMETER int p",
                        "PARAMETER int q",
                        "DECLARED java.lang.String s",
                        "DECLARED java.util.function.Function<java.lang.Object, java.lang.Object> f",
                        "INNER java.lang.Object x",
                        "INNER int y",
                        "INNER java.lang.String z",
                        "PATTERN java.lang.Runnable r",
                        "INNER java.lang.Object field",
                        "INNER int n",
                        "INNER int local");
    }

    @Test
    void aUseSaysHowTheLocalIsUsed() {
        AsyncMethod method = method("""
                { int a = q; a = p; a += p; a++; int b[] = {a}, c; b[a] = 2; use((Runnable) () -> { int d = p; d--; use(this); }); }
                return done(1);
                """);
        assertThat(uses(plain(method, 0).code()))
                .containsExactly(
                        "a DECLARE",
                        "q READ",
                        "a WRITE",
                        "p READ",
                        "a UPDATE",
                        "p READ",
                        "a UPDATE",
                        "b DECLARE",
                        "a READ",
                        "c DECLARE",
                        "b READ",
                        "a READ",
                        "self READ",
                        "d DECLARE",
                        "p CAPTURE",
                        "d UPDATE",
                        "self CAPTURE",
                        "self CAPTURE");
    }

    @Test
    void codeStandsOnItsLine() {
        AsyncMethod method = method("""

                // a comment

                use(1);
                use(
                    await(done(2)));
                return done(1);
                """);
        assertThat(method.body().statements().stream().map(Stmt::line)).containsExactly(6, 9, 11);
        Expr.Template call =
                (Expr.Template) ((Stmt.Evaluate) method.body().statements().get(1)).expr();
        assertThat(call.code().parts().stream()
                        .filter(Part.Operand.class::isInstance)
                        .map(part -> ((Part.Operand) part).expr().line()))
                .containsExactly(10);
    }

    @Test
    void whatIsReplacedOverSeveralLinesKeepsTheLinesBehindIt() {
        AsyncMethod method = method("use(java.util\n    .List.of());\nreturn done(1);");
        assertThat(plain(method, 0).code().parts()).contains(new Part.At(6));
    }

    @Test
    void lineEndingsOfWindowsBecomeLineFeeds() {
        Analysis analysis = Analysis.of(Map.of(
                "demo/Demo.java",
                (HEAD
                                + "class Demo {\n  @Async\n  Task<Void> go() {\n    toString()\n      .length(); // why\n    await(done());\n    return done();\n  }\n}")
                        .replace("\n", "\r\n")));
        assertThat(IrText.of(analysis.methods().get(0).body()))
                .contains("self.toString()\n    .length(); // why\n")
                .doesNotContain("\r");
        assertThat(analysis.methods().get(0).header()).isEqualTo("@Async\nTask<Void> go()");
    }

    @Test
    void aStatementThatCannotCompleteSaysSo() {
        AsyncMethod method = method("""
                { while (true) { use(1); } }
                """);
        assertThat(completes("while (1 < 2) use(1);")).isFalse();
        assertThat(completes("while (true) { if (p > 1) break; }")).isTrue();
        assertThat(completes("for (;;) { for (;;) { break; } }")).isFalse();
        assertThat(completes("a: for (;;) { for (;;) { break a; } }")).isTrue();
        assertThat(completes("do { if (p > 1) continue; return null; } while (false);"))
                .isTrue();
        assertThat(completes("for (;;) { try { break; } finally { throw new Exception(); } }"))
                .isFalse();
        assertThat(completes("switch (p) { case 1: use(1); break; default: return null; }"))
                .isTrue();
        assertThat(completes("switch (p) { case 1: return null; default: throw new Exception(); }"))
                .isFalse();
        assertThat(completes("switch (p) { case 1 -> { return null; } default -> use(2); }"))
                .isTrue();
        assertThat(completes("switch (p) { case 1 -> { return null; } }")).isTrue();
        assertThat(completes("if (p > 1) return null; else throw new Exception();"))
                .isFalse();
        assertThat(completes("try { use(1); } catch (RuntimeException e) { return null; }"))
                .isTrue();
        assertThat(completes("try { return null; } finally { use(1); }")).isFalse();
        assertThat(completes("synchronized (this) { return null; }")).isFalse();
        assertThat(completes("b: { if (p > 1) break b; return null; }")).isTrue();
        assertThat(plain(method, 0).completes()).isFalse();
    }

    private static boolean completes(String statement) {
        String rest = statement.contains("return null; else")
                        || statement.startsWith("try { return")
                        || statement.startsWith("synchronized")
                        || statement.startsWith("while (1")
                        || statement.startsWith("for (;;)")
                        || statement.startsWith("switch (p) { case 1: return")
                ? ""
                : "return null;";
        return plain(method(statement + rest), 0).completes();
    }

    @Test
    void whatIsPrivateInTheNestIsWidened() {
        List<AsyncMethod> methods = methods("""
                class Demo {
                  private int field; private int untouched;
                  private static class Node { private Node() {} private int value; private static class Deep { int x; } Deep deep; }
                  private Node node() { return null; }
                  @Async Task<Integer> go() { new Node(); return done(node().deep.x + field); }
                }
                """);
        assertThat(methods.get(0).widened().stream().map(Element::toString))
                .containsExactlyInAnyOrder("field", "demo.Demo.Node", "Node()", "demo.Demo.Node.Deep", "node()");
    }

    @Test
    void everyClassOfAnyExpressionIsMentioned() {
        List<AsyncMethod> methods = methods("""
                class Demo {
                  @Async Task<Integer> go(java.util.Map<String, ? extends Thread> map) throws java.io.IOException {
                    return done(map.entrySet().iterator().next().getValue().getState().name().length());
                  }
                }
                """);
        assertThat(methods.get(0).mentioned().stream().map(TypeElement::toString))
                .contains(
                        "demo.Demo",
                        "dev.fermata.Task",
                        "java.util.Map",
                        "java.util.Map.Entry",
                        "java.util.Set",
                        "java.util.Iterator",
                        "java.lang.Thread",
                        "java.lang.Thread.State",
                        "java.lang.String",
                        "java.io.IOException",
                        "java.lang.Integer",
                        "dev.fermata.Fermata");
    }

    @Test
    void overloadsGetFramesOfTheirOwn() {
        List<AsyncMethod> methods = methods("""
                class Demo {
                  @Async Task<Integer> go(int a) { return done(a); }
                  @Async Task<Integer> go(String a) { return done(1); }
                  static class Nested { @Async Task<Integer> go() { return done(1); } }
                  @Async Task<Integer> taken() { return done(1); }
                }
                class Demo_taken {}
                """);
        assertThat(methods.stream().map(method -> method.frame().simpleName()))
                .containsExactly("Demo_go", "Demo_go_2", "Demo_Nested_go", "Demo_taken_2");
    }

    @Test
    void bridgesHaveFreeNamesAndAreShared() {
        List<AsyncMethod> methods = methods("""
                class Demo {
                  int super$toString; void super$toString(int x) {}
                  @Async Task<String> one() { return done(super.toString()); }
                  @Async Task<String> two() { return done(super.toString() + super.hashCode()); }
                }
                """);
        assertThat(methods.get(0).bridges()).extracting("name").containsExactly("super$toString$2");
        assertThat(methods.get(1).bridges()).extracting("name").containsExactly("super$toString$2", "super$hashCode");
        assertThat(methods.get(1).bridges()).contains(methods.get(0).bridges().get(0));
    }

    @Test
    void aMethodThatJavacRefusesIsNotRead() {
        Analysis analysis = Analysis.of(Map.of(
                "demo/Demo.java",
                HEAD + "class Demo { @Async Task<Void> go() { Missing m = null; await(m.x()); return done(); } }"));
        assertThat(analysis.methods()).isEmpty();
        assertThat(analysis.errors()).singleElement().asString().contains("cannot find symbol");
    }

    @Test
    void anAwaitOfTheUsersOwnIsNotOurs() {
        Analysis analysis = Analysis.of(Map.of(
                "demo/Demo.java",
                "package demo; class Demo { int await(int x) { return x; } int go() { return await(3); } }"));
        assertThat(analysis.errors()).isEmpty();
    }
}
