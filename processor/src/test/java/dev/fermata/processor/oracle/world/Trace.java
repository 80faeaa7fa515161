package dev.fermata.processor.oracle.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/** The ordered record of a body's side effects, in a form that does not depend on the side. One thread. */
public class Trace {
    /** More than any case needs; a body that was compiled into an endless loop ends here. */
    private static final int LIMIT = 20_000;

    private final List<String> events = new ArrayList<>();
    private final Set<Throwable> injected = Collections.newSetFromMap(new IdentityHashMap<>());
    private int steps;

    /** Records that the body got here. */
    public void trace(String event) {
        if (++steps > LIMIT) {
            throw new AssertionError("the body does not end");
        }
        events.add(event);
    }

    /** Records a value, with its type, and hands it on. */
    public <T> T log(T value) {
        trace("log " + show(value));
        return value;
    }

    /** Records an exception that the body caught. */
    public void caught(Throwable failure) {
        trace("caught " + show(failure));
    }

    /** Notes that this exception is one that an await throws, so that {@link #show} can tell it from an equal one. */
    protected Throwable inject(Throwable failure) {
        injected.add(failure);
        return failure;
    }

    public List<String> events() {
        return List.copyOf(events);
    }

    /** A value with its type, so that {@code 1} and {@code 1L} differ. */
    public String show(Object value) {
        if (value instanceof Throwable failure) {
            return show(failure, 0);
        }
        if (value instanceof Object[] array) {
            return Arrays.stream(array).map(this::show).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof int[] array) {
            return "int" + Arrays.toString(array);
        }
        if (value instanceof long[] array) {
            return "long" + Arrays.toString(array);
        }
        if (value instanceof byte[] array) {
            return "byte" + Arrays.toString(array);
        }
        if (value instanceof char[] array) {
            return "char" + Arrays.toString(array);
        }
        if (value instanceof double[] array) {
            return "double" + Arrays.toString(array);
        }
        if (value instanceof boolean[] array) {
            return "boolean" + Arrays.toString(array);
        }
        return value == null || value instanceof String
                ? String.valueOf(value)
                : value + " " + value.getClass().getSimpleName();
    }

    private String show(Throwable failure, int depth) {
        StringBuilder text = new StringBuilder(failure.getClass().getName());
        if (hasComparableMessage(failure)) {
            text.append(": ").append(failure.getMessage());
        }
        if (injected.contains(failure) && !(failure instanceof CancellationException)) {
            text.append(" (the awaited failure itself)");
        }
        if (depth < 5) {
            for (Throwable suppressed : failure.getSuppressed()) {
                text.append(" {suppressed ").append(show(suppressed, depth + 1)).append('}');
            }
            if (failure.getCause() != null) {
                text.append(" {caused by ")
                        .append(show(failure.getCause(), depth + 1))
                        .append('}');
            }
        }
        return text.toString();
    }

    /** What the JVM says about a null or a cast names locals and class loaders; a cancellation's text is the runtime's own. */
    private static boolean hasComparableMessage(Throwable failure) {
        return !(failure instanceof NullPointerException)
                && !(failure instanceof ClassCastException)
                && !(failure instanceof CancellationException);
    }
}
