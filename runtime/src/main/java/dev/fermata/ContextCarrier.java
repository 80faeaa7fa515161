package dev.fermata;

import org.jspecify.annotations.Nullable;

/**
 * Takes along with a task what another library keeps in a {@link ThreadLocal}, such as the diagnostic context of a logger:
 * on one thread, many tasks take turns. Given to {@link EventLoop#carry}. For SLF4J's:
 *
 * <pre>{@code
 * final class MdcCarrier implements ContextCarrier {
 *     public Object capture() {
 *         return MDC.getCopyOfContextMap();
 *     }
 *
 *     public void restore(Object captured) {
 *         if (captured == null) {
 *             MDC.clear();
 *         } else {
 *             MDC.setContextMap((Map<String, String>) captured);
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>A task captures the value where it is held at an await, and where it is spawned or offloaded; wherever it goes on, the
 * value is restored. So what a task changes, also after an await, it finds again after the next one, and no other task sees it.
 * A call of an {@code @Async} method begins with what its caller has, and shares it up to its first await that has to wait.
 *
 * <p>It costs a call of each for each switch between tasks; a loop without carriers pays nothing.
 */
public interface ContextCarrier {
    /** The value on this thread, as something that does not change any more; null for none. Must not throw. */
    @Nullable Object capture();

    /** Replaces the value on this thread by what {@link #capture} gave, maybe on another one; null for none. Must not throw. */
    void restore(@Nullable Object captured);

    /** Carries the value of a thread local. What it refers to is shared, not copied; it should be immutable. */
    static <T> ContextCarrier of(ThreadLocal<T> local) {
        return new ContextCarrier() {
            @Override
            public @Nullable Object capture() {
                return local.get();
            }

            @Override
            @SuppressWarnings("unchecked") // what was captured here
            public void restore(@Nullable Object captured) {
                if (captured == null) {
                    local.remove();
                } else {
                    local.set((T) captured);
                }
            }
        };
    }
}
