package oracle;

import dev.fermata.Task;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** The superclass of every random program, in another package than theirs: what a body inherits. */
public class Inherited {
    public static int shared;
    public int inherited = 5;
    protected long protectedLong = 11;
    protected String protectedText = "inherited";

    protected static String cut(String s) {
        return s == null || s.length() <= 20 ? s : s.substring(s.length() - 20);
    }

    /** What a program overrides. */
    protected int scaled(int n) {
        return 3 * n + inherited;
    }

    public static int mix(int a, long b, String c) {
        return a * 31 + (int) b * 7 + String.valueOf(c).length();
    }

    public static String join(int... all) {
        StringBuilder joined = new StringBuilder();
        for (int one : all) {
            joined.append(one).append(';');
        }
        return cut(joined.toString());
    }

    public static int apply(int first, int second, IntUnaryOperator function) {
        return function.applyAsInt(first) - function.applyAsInt(second);
    }

    public static <T> T get(Supplier<? extends T> supplier) {
        return supplier.get();
    }

    @SafeVarargs
    public static <T> T first(T one, T... others) {
        return others.length > 1 ? others[0] : one;
    }

    /** Calls what may be an async lambda. */
    public static <T, X extends Exception> Task<T> call(Work<T, X> work) throws X {
        return work.call();
    }

    /** An interface whose lambdas may await, and take something. */
    public interface Job<T, X extends Exception> {
        Task<T> call(int n) throws X;
    }

    public static <T, X extends Exception> Task<T> call(int n, Job<T, X> job) throws X {
        return job.call(n);
    }

    public static <T extends Comparable<? super T>> T most(Collection<? extends T> all) {
        return Collections.<T>max(all);
    }

    public static double sum(List<? extends Number> all) {
        double sum = 0;
        for (Number one : all) {
            sum += one.doubleValue();
        }
        return sum;
    }

    public static String over(int a) {
        return "int " + a;
    }

    public static String over(long a) {
        return "long " + a;
    }

    public static String over(double a) {
        return "double " + a;
    }

    public static String over(char a) {
        return "char " + (int) a;
    }

    public static String over(Integer a) {
        return "Integer " + a;
    }

    public static String over(Object a) {
        return a == null ? "Object null" : "Object " + a.getClass().getSimpleName();
    }

    public static String over(String a) {
        return "String " + cut(a);
    }

    public static String over(Object a, int... rest) {
        return over(a) + rest.length;
    }
}
