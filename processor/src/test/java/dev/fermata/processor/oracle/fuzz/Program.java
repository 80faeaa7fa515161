package dev.fermata.processor.oracle.fuzz;

import dev.fermata.processor.oracle.Case;
import dev.fermata.processor.oracle.fuzz.Scope.Local;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One random program: a case whose body is made from a seed, as are the methods that it may call.
 *
 * @param body the statements of {@code body}
 * @param result of {@code helper}
 * @param helper the statements of {@code helper}
 * @param values those of {@code values}, which emits
 */
record Program(long seed, Tree body, Result result, Tree helper, Tree values) {
    /** How many neighbours have the same options, and so can be compiled together. */
    static final int BATCH = 100;

    /** In the grammar, the name of the program's class. */
    private static final String SELF = "PROGRAM";

    private static final int BODY = 70;
    private static final int HELPER = 15;

    /** That of the oldest language. */
    static Program of(long seed) {
        return of(seed, Grammar.OLDEST);
    }

    /**
     * The same program for the same seed, always.
     *
     * @param level of the language
     */
    static Program of(long seed, int level) {
        Grammar grammar = Grammar.ofLevel(level);
        Random random = new Random(seed);
        Tree body = new Generator(random, grammar, Result.OBJECT, BODY).body(List.of());
        List<Local> parameters =
                List.of(new Local("n", "int", true, false, true), new Local("m", "long", true, false, true));
        Result result = Result.CALLED.get(random.nextInt(Result.CALLED.size()));
        Tree helper = new Generator(random, grammar, result, HELPER).body(parameters);
        Tree values = new Generator(random, grammar, Result.SEQUENCE, HELPER).body(parameters);
        return new Program(seed, body, result, helper, values);
    }

    /** Of the processor: every other batch has its machines cut into as many methods as can be. */
    List<String> options() {
        return Math.floorDiv(seed, BATCH) % 2 == 0 ? List.of() : List.of("-Afermata.method=1");
    }

    Program withBody(Tree other) {
        return new Program(seed, other, result, helper, values);
    }

    Program withHelper(Tree other) {
        return new Program(seed, body, result, other, values);
    }

    Program withValues(Tree other) {
        return new Program(seed, body, result, helper, other);
    }

    int length() {
        return body.length() + helper.length() + values.length();
    }

    /** Its source, as a class of this name. */
    Case named(String name) {
        String statements = body.source(2).replace(SELF, name);
        String called = (statements.contains("helper(") ? helperSource(name) : "")
                + (statements.contains("values(") ? valuesSource(name) : "");
        String nested = NESTED.entrySet().stream()
                .filter(one -> (statements + called).contains(one.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        return new Case(
                "oracle.fuzz." + name, "Random program " + seed, source(seed, name, statements, called, nested));
    }

    Case named() {
        return named("Program" + (seed < 0 ? "M" + -seed : seed));
    }

    private static String source(long seed, String name, String body, String helper, String nested) {
        return """
            // Random program %1$d.
            package oracle.fuzz;

            import static dev.fermata.Fermata.await;
            import static dev.fermata.Fermata.done;
            import static dev.fermata.Fermata.each;
            import static dev.fermata.Fermata.emit;
            import static dev.fermata.Fermata.end;

            import dev.fermata.Async;
            import dev.fermata.AsyncSequence;
            import dev.fermata.Task;
            import java.io.IOException;
            import java.util.ArrayList;
            import java.util.Arrays;
            import java.util.Collections;
            import java.util.List;
            import java.util.concurrent.CompletableFuture;
            import java.util.concurrent.CompletionStage;
            import java.util.function.IntFunction;
            import oracle.Inherited;
            import oracle.Work;
            import oracle.World;

            public final class %2$s extends Inherited {
                private static final String CONSTANT = "constant";
                private static long total;
                private int field = 3;
                private String text = "text";
                private boolean flag;
                private byte small = 120;
                private short shorty = -7;
                private double fraction = 0.5;
                private float floating;
                private Integer boxed = 1000;
                private Object object = 7;
                private int[] array = {1, 2, 3, 4};
                private byte[] bytes = {-128, 127, 0, 1};
                private char[] chars = {'a', 'b', 'c', '\\uffff'};
                private Long[] longs = {1L, null};
                private Object[] objects = {"zero", 1};
                private List<Integer> list = new ArrayList<>(List.of(8, 9));
                private final %2$s other = this;

                public %2$s() {
                    total = 1;
                    shared = 2;
                }

                @Async
                public Task<Object> body(World world) throws IOException {
            %3$s    }
            %4$s
                @Override
                protected int scaled(int n) {
                    return n - field;
                }

                private %2$s me() {
                    return this;
                }

                private int bump(int n) {
                    field += n;
                    flag = !flag;
                    return field;
                }
            %5$s}
            """.formatted(seed, name, body, helper, nested);
    }

    private String helperSource(String name) {
        return """

                @Async
                private %s helper(World world, int n, long m) throws IOException {
            %s    }
            """.formatted(result.type(), helper.source(2).replace(SELF, name));
    }

    private String valuesSource(String name) {
        return """

                @Async
                private AsyncSequence<Integer> values(World world, int from, long step) {
                    int n = from; // in plain Java the body is a lambda, which assigns no parameter
                    long m = step;
            %s    }
            """.formatted(values.source(2).replace(SELF, name));
    }

    /** What some programs use, by what they then say; the others are compiled without. */
    private static final Map<String, String> NESTED = new TreeMap<>(Map.of(
            "Cell<", """

                    private static class Cell<T> {
                        private T value;

                        private Cell(T value) {
                            this.value = value;
                        }

                        T get() {
                            return value;
                        }
                    }
                """,
            "Color", """

                    private enum Color {
                        RED,
                        GREEN,
                        BLUE
                    }
                """,
            "Inner(", """

                    private final class Inner {
                        private final int own;

                        private Inner(int own) {
                            this.own = own + field;
                        }

                        private int sum(int more) {
                            return own + more;
                        }
                    }
                """,
            "Pair", """

                    private record Pair(int left, Object right) {}
                """));
}
