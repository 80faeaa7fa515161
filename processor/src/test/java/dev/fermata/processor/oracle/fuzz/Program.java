package dev.fermata.processor.oracle.fuzz;

import dev.fermata.processor.oracle.Case;
import java.util.Random;

/** One random program: a case whose body and whose {@code helper} are made from a seed. */
final class Program {
    private Program() {}

    /** The same program for the same seed, always. */
    static Case of(long seed) {
        Random random = new Random(seed);
        String name = "Program" + (seed < 0 ? "M" + -seed : seed);
        String body = statements(random, true);
        String helper = statements(random, false);
        return new Case("oracle.fuzz." + name, "Random program " + seed, source(seed, name, body, helper));
    }

    private static String statements(Random random, boolean main) {
        Scope scope = new Scope(random);
        if (!main) {
            scope.declare(new Scope.Local("n", Type.INT, true, false));
            scope.declare(new Scope.Local("m", Type.LONG, true, false));
        }
        return new Statements(random, scope, new Expressions(random, scope, main), main).body();
    }

    private static String source(long seed, String name, String body, String helper) {
        return """
            // Random program %1$d.
            package oracle.fuzz;

            import static dev.fermata.Fermata.await;
            import static dev.fermata.Fermata.done;

            import dev.fermata.Async;
            import dev.fermata.Task;
            import java.util.List;
            import java.util.function.IntUnaryOperator;
            import oracle.World;

            @SuppressWarnings({"cast", "divzero", "empty", "finally", "lossy-conversions", "try"})
            public final class %2$s {
                private static final String CONSTANT = "constant";
                private static long total;
                private int field = 3;
                private String text = "text";
                private boolean flag;
                private int[] array = {1, 2, 3, 4};
                private final %2$s other;

                public %2$s() {
                    other = this;
                    total = 1;
                }

                @Async
                public Task<Object> body(World world) {
            %3$s    }

                @Async
                private Task<Integer> helper(World world, int n, long m) {
            %4$s    }

                private %2$s me() {
                    return this;
                }

                private int mix(int a, long b, String c) {
                    return a * 31 + (int) b * 7 + c.length();
                }

                private int bump(int n) {
                    field += n;
                    flag = !flag;
                    return field;
                }

                private static int apply(int first, IntUnaryOperator function, int second) {
                    return function.applyAsInt(first) - function.applyAsInt(second);
                }

                private static String join(int... all) {
                    StringBuilder joined = new StringBuilder();
                    for (int one : all) {
                        joined.append(one).append(';');
                    }
                    return cut(joined.toString());
                }

                private static String cut(String s) {
                    return s.length() > 20 ? s.substring(s.length() - 20) : s;
                }
            }
            """.formatted(seed, name, body, helper);
    }
}
