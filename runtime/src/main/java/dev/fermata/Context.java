package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * What a task takes along from where it was started to wherever it goes on: the values of {@link TaskLocal}s, and what a
 * loop's {@link ContextCarrier}s have captured. Immutable. Null stands for one without any, which is most of them.
 *
 * @param bindings the innermost value of a task local, linked to those around it
 * @param carried what was captured; null for the context of the code that runs now, whose values are in the threads' own
 *     variables
 */
record Context(@Nullable Binding bindings, @Nullable Carried carried) {
    /** That of work on threads without a loop, which a loop has offloaded. */
    private static final ThreadLocal<@Nullable Context> OFFLOADED = new ThreadLocal<>();

    /** A value of a task local, and what is bound around it. */
    record Binding(
            TaskLocal<?> local,
            @Nullable Object value,
            @Nullable Binding outer) {}

    /** That of the code that runs on this thread. */
    static @Nullable Context here() {
        EventLoop loop = EventLoop.find();
        return loop != null ? loop.context : OFFLOADED.get();
    }

    /**
     * Gives the code that runs on this thread the bindings of another context; what carriers have restored stays as it is.
     *
     * @return what was there before, for giving it back
     */
    static @Nullable Context exchange(@Nullable Context next) {
        EventLoop loop = EventLoop.find();
        Context before = loop == null ? OFFLOADED.get() : loop.context;
        if (before == next) {
            return before;
        }
        if (loop != null) {
            loop.context = next != null || loop.carriers.isEmpty() ? next : new Context(null, null);
        } else if (next == null) {
            OFFLOADED.remove();
        } else {
            OFFLOADED.set(next);
        }
        return before;
    }

    /** The value that is bound to a task local here, in its binding; null if there is none. */
    static @Nullable Binding find(TaskLocal<?> local) {
        Context here = here();
        Binding each = here == null ? null : here.bindings;
        while (each != null && each.local != local) {
            each = each.outer;
        }
        return each;
    }

    /** This, or the empty one, with one more value. */
    static Context with(@Nullable Context outer, TaskLocal<?> local, @Nullable Object value) {
        return new Context(new Binding(local, value, outer == null ? null : outer.bindings), null);
    }

    /** Work of a loop for another thread, which there has the context that it has here. */
    static <T extends @Nullable Object> BlockingCallable<? extends T, ?> offloaded(
            EventLoop loop, BlockingCallable<? extends T, ?> work) {
        Context context = loop.contextToKeep();
        if (context == null) {
            return work;
        }
        return () -> {
            Carriers carriers = loop.carriers;
            Carried before = carriers.capture();
            OFFLOADED.set(context);
            carriers.restore(context.carried);
            try {
                return work.call();
            } finally {
                carriers.restore(before);
                OFFLOADED.remove();
            }
        };
    }

    /** Work of a loop for another loop, which begins there with the context that it has here. */
    static <T extends @Nullable Object, X extends Exception> AsyncCallable<T, X> handedOver(
            EventLoop from, EventLoop to, AsyncCallable<T, X> body) {
        Context context = from.contextToKeep();
        return context == null
                ? body
                : () -> {
                    to.enterContext(context);
                    try {
                        return body.call();
                    } finally {
                        to.leaveTasks(); // what is started there next has not been handed over by the same
                    }
                };
    }
}
