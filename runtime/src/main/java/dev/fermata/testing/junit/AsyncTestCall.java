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
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One run of a test that is marked with {@link AsyncTest}. */
public final class AsyncTestCall {
    private final Object instance;
    private final Method method;
    private final OptionalLong seed;

    AsyncTestCall(Object instance, Method method, OptionalLong seed) {
        this.instance = instance;
        this.method = method;
        this.seed = seed;
    }

    /** Runs the test, and fails as it does. */
    public void run() {
        AsyncTest settings = method.getAnnotation(AsyncTest.class);
        new TestLoop(settings.realTime(), seed, Duration.ofMillis(settings.timeoutMillis()), settings.leakChecks())
                .run(this::start);
    }

    private Task<?> start(TestContext context) {
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(parameter -> argument(parameter, context))
                .toArray();
        try {
            method.setAccessible(true);
            Task<?> task = (Task<?>) method.invoke(instance, arguments);
            if (task == null) {
                throw new AssertionError("the test returned null instead of its task");
            }
            return task;
        } catch (InvocationTargetException e) {
            throw AsyncTestCall.<RuntimeException>sneak(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError("the test cannot be called", e);
        }
    }

    private Object argument(Parameter parameter, TestContext context) {
        Class<?> type = parameter.getType();
        if (type == TestContext.class) {
            return context;
        }
        if (type == EventLoop.class) {
            return context.loop();
        }
        if (type == VirtualTime.class) {
            return context.time();
        }
        if (type == SimulatedNetwork.class) {
            return context.network();
        }
        if (type == FaultyFiles.class) {
            return context.files();
        }
        throw new IllegalArgumentException("an @AsyncTest has no parameter of " + type + ": there are EventLoop,"
                + " VirtualTime, SimulatedNetwork, FaultyFiles and TestContext (" + method + ")");
    }

    @SuppressWarnings("unchecked") // what the test declares to throw goes to JUnit
    private static <X extends Throwable> X sneak(@Nullable Throwable failure) throws X {
        throw (X) failure;
    }
}
