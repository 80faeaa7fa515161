package dev.fermata.testing.junit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of a test with one seed, as JUnit sees it. */
record AsyncTestRun(Method method, OptionalLong seed)
        implements TestTemplateInvocationContext, ParameterResolver, InvocationInterceptor {
    @Override
    public String getDisplayName(int invocationIndex) {
        String name = method.getName() + "()";
        return seed.isPresent() ? name + ", seed " + seed.getAsLong() : name;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return parameter.getDeclaringExecutable() instanceof Method
                && (type == AsyncTestCall.class || AsyncTestCall.provides(type));
    }

    /** What the test is run in is made when it runs: JUnit gets nothing in its place. */
    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        boolean call = parameter.getParameter().getType() == AsyncTestCall.class;
        return call ? new AsyncTestCall(context.getRequiredTestInstance(), method, seed, List.of()) : null;
    }

    /** Calls a test that JUnit takes for one on its loop, instead of here. */
    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        if (call.getExecutable().equals(method)) {
            invocation.skip();
            new AsyncTestCall(context.getRequiredTestInstance(), method, seed, call.getArguments()).run();
        } else {
            invocation.proceed();
        }
    }
}
