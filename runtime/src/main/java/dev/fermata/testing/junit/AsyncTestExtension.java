package dev.fermata.testing.junit;

import dev.fermata.Task;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Finds the seeds that a test is to run with; and the tests of a class that implements {@link AsyncTests}. */
@SuppressWarnings("exports") // who has tests of JUnit requires JUnit himself
public final class AsyncTestExtension implements TestTemplateInvocationContextProvider {
    /** For JUnit. */
    public AsyncTestExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        return (method.isAnnotationPresent(AsyncTest.class) ? Stream.of(method) : returningTasks(context))
                .flatMap(test -> seeds(test.getAnnotation(AsyncTest.class)).map(seed -> new AsyncTestRun(test, seed)));
    }

    /** The tests of a class that implements {@link AsyncTests} which JUnit takes for none, as they return something. */
    private static Stream<Method> returningTasks(ExtensionContext context) {
        return AnnotationSupport.findAnnotatedMethods(
                        context.getRequiredTestClass(), AsyncTest.class, HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .filter(method -> method.getReturnType() != void.class)
                .map(AsyncTestExtension::checked);
    }

    private static Method checked(Method method) {
        if (!Task.class.isAssignableFrom(method.getReturnType())) {
            throw new ExtensionConfigurationException(
                    "an @AsyncTest returns nothing or its task, which " + method + " does not");
        }
        return method;
    }

    private static Stream<OptionalLong> seeds(AsyncTest settings) {
        @Nullable Long seed = Long.getLong("fermata.test.seed");
        if (seed != null) {
            return Stream.of(OptionalLong.of(seed));
        }
        if (settings.seeds().length > 0) {
            return Arrays.stream(settings.seeds()).mapToObj(OptionalLong::of);
        }
        int shuffles = Integer.getInteger("fermata.test.shuffles", settings.shuffles());
        return Stream.concat(
                Stream.of(OptionalLong.empty()),
                LongStream.rangeClosed(1, shuffles).mapToObj(OptionalLong::of));
    }
}
