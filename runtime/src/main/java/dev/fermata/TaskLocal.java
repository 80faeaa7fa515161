package dev.fermata;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A value that goes along with the work it was bound for, without being passed from call to call: the request that is being
 * served, the user for whom. What a {@link ThreadLocal} is for a thread, for tasks, of which many take turns on one thread.
 *
 * <pre>{@code
 * static final TaskLocal<User> USER = TaskLocal.named("user");
 *
 * await(USER.where(alice, () -> handle(request)));   // in handle, and all that it calls, USER.get() is alice
 * }</pre>
 *
 * <p>The value is bound for the call of a body and whatever comes of it: the {@code @Async} methods called there have it
 * after each of their awaits, and so do the tasks which they spawn, in scopes too, and what they offload. It cannot be set
 * otherwise. So nothing that runs beside the body, or after it, sees the value; it cannot leak.
 *
 * <p>Any thread may ask; where no loop has work done, nothing is bound.
 *
 * @param <T> the type of the value
 */
public final class TaskLocal<T extends @Nullable Object> {
    private final String name;

    /** A binding to the default; null if there is none. */
    private final Context.@Nullable Binding standard;

    private TaskLocal(String name) {
        this.name = name;
        this.standard = null;
    }

    @SuppressWarnings("this-escape") // into an object of its own
    private TaskLocal(String name, T standard) {
        this.name = name;
        this.standard = new Context.Binding(this, standard, null);
    }

    /** One without a value until one is bound; the name is for messages. */
    public static <T extends @Nullable Object> TaskLocal<T> named(String name) {
        return new TaskLocal<>(name);
    }

    /** One with a value where none is bound. */
    public static <T extends @Nullable Object> TaskLocal<T> named(String name, T standard) {
        return new TaskLocal<>(name, standard);
    }

    /**
     * The value that is bound here.
     *
     * @throws NoSuchElementException if there is none, and no default
     */
    public T get() {
        Context.Binding binding = find();
        if (binding == null) {
            throw new NoSuchElementException("the task local \"" + name + "\" is bound to no value here: "
                    + "do this within the body of where(value, body), or in a task that was spawned there");
        }
        return valueIn(binding);
    }

    /** The value that is bound here, or else the default, or else {@code other}. */
    public T orElse(T other) {
        Context.Binding binding = find();
        return binding == null ? other : valueIn(binding);
    }

    /** Whether a value is bound here; a default is not. */
    public boolean isBound() {
        return Context.find(this) != null;
    }

    /**
     * Calls {@code body} with a value bound: it holds until the call returns, and for the task until it ends.
     *
     * @return the task of the body
     * @throws IllegalStateException if no loop runs on this thread
     */
    public <R extends @Nullable Object, X extends Exception> Task<R> where(T value, AsyncCallable<R, X> body) throws X {
        EventLoop loop = EventLoop.current();
        Context outer = loop.context;
        loop.context = Context.with(outer, this, value);
        try {
            return body.call();
        } finally {
            loop.context = outer;
        }
    }

    private Context.@Nullable Binding find() {
        Context.Binding binding = Context.find(this);
        return binding == null ? standard : binding;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // only where(...) binds this, to a T
    private T valueIn(Context.Binding binding) {
        return (T) binding.value();
    }

    @Override
    public String toString() {
        return "TaskLocal[" + name + "]";
    }
}
