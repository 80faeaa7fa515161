package dev.fermata.testing.junit;

import dev.fermata.EventLoop;
import dev.fermata.Task;
import dev.fermata.testing.FaultyFiles;
import dev.fermata.testing.SimulatedNetwork;
import dev.fermata.testing.TestContext;
import dev.fermata.testing.TestLoop;
import dev.fermata.testing.VirtualTime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run of a test that is marked with {@link AsyncTest}. */
public final class AsyncTestCall {
    private static final Map<Class<?>, Function<TestContext, Object>> PROVIDED = Map.of(
            TestContext.class, context -> context,
            EventLoop.class, TestContext::loop,
            VirtualTime.class, TestContext::time,
            SimulatedNetwork.class, TestContext::network,
            FaultyFiles.class, TestContext::files);

    private final Object instance;
    private final Method method;
    private final OptionalLong seed;

    /** What other extensions have resolved; null for what is provided here. */
    private final List<? extends @Nullable Object> resolved;

    AsyncTestCall(Object instance, Method method, OptionalLong seed, List<? extends @Nullable Object> resolved) {
        this.instance = instance;
        this.method = method;
        this.seed = seed;
        this.resolved = resolved;
    }

    /** Runs the test, and fails as it does. */
    public void run() {
        AsyncTest settings = method.getAnnotation(AsyncTest.class);
        TestLoop loop = new TestLoop(
                settings.realTime(), seed, Duration.ofMillis(settings.timeoutMillis()), settings.leakChecks());
        if (method.getReturnType() == void.class) {
            loop.runVoid(this::call);
        } else {
            loop.run(this::start);
        }
    }

    private Task<?> start(TestContext context) {
        Task<?> task = (Task<?>) call(context);
        if (task == null) {
            throw new AssertionError("the test returned null instead of its task");
        }
        return task;
    }

    private @Nullable Object call(TestContext context) {
        Parameter[] parameters = method.getParameters();
        @Nullable Object[] arguments = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            boolean ours = resolved.isEmpty() || provides(parameters[i].getType());
            arguments[i] = ours ? argument(parameters[i], context) : resolved.get(i);
        }
        try {
            method.setAccessible(true);
            return method.invoke(instance, arguments);
        } catch (InvocationTargetException e) {
            throw AsyncTestCall.<RuntimeException>sneak(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError("the test cannot be called", e);
        }
    }

    /** Whether a test may have parameters of a type that are made for its loop. */
    static boolean provides(Class<?> type) {
        return PROVIDED.containsKey(type);
    }

    private Object argument(Parameter parameter, TestContext context) {
        Function<TestContext, Object> part = PROVIDED.get(parameter.getType());
        if (part == null) {
            throw new IllegalArgumentException("an @AsyncTest has no parameter of " + parameter.getType()
                    + ": there are EventLoop, VirtualTime, SimulatedNetwork, FaultyFiles and TestContext (" + method
                    + ")");
        }
        return part.apply(context);
    }

    @SuppressWarnings("unchecked") // what the test declares to throw goes to JUnit
    private static <X extends Throwable> X sneak(@Nullable Throwable failure) throws X {
        throw (X) failure;
    }
}
