package dev.fermata.testing.junit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of a test with one seed, as JUnit sees it. */
record AsyncTestRun(Method method, OptionalLong seed) implements TestTemplateInvocationContext, ParameterResolver {
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
        return parameter.getParameter().getType() == AsyncTestCall.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new AsyncTestCall(context.getRequiredTestInstance(), method, seed);
    }
}
