package dev.fermata.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnwrappingTest {
    /** IntelliJ's way: a proxy whose handler holds the real one. */
    private static final class Handler implements InvocationHandler {
        private final ProcessingEnvironment delegate;

        Handler(ProcessingEnvironment delegate) {
            this.delegate = delegate;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            return method.invoke(delegate, arguments);
        }
    }

    private static ProcessingEnvironment proxy(ProcessingEnvironment environment) {
        Class<?>[] interfaces = {ProcessingEnvironment.class};
        return (ProcessingEnvironment)
                Proxy.newProxyInstance(UnwrappingTest.class.getClassLoader(), interfaces, new Handler(environment));
    }

    /** Gradle's way: an object of a subclass, with the real one in a field of its superclass. */
    private static class Delegating implements ProcessingEnvironment {
        private final ProcessingEnvironment delegate;

        Delegating(ProcessingEnvironment delegate) {
            this.delegate = delegate;
        }

        @Override
        public Map<String, String> getOptions() {
            return delegate.getOptions();
        }

        @Override
        public Messager getMessager() {
            return delegate.getMessager();
        }

        @Override
        public Filer getFiler() {
            return delegate.getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return delegate.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return delegate.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return delegate.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return delegate.getLocale();
        }
    }

    private static final class Incremental extends Delegating {
        Incremental(ProcessingEnvironment delegate) {
            super(delegate);
        }
    }

    /** IntelliJ's {@code APIWrappers}: the handler has the real one in a field of no particular type. */
    private static final class AnyHandler implements InvocationHandler {
        private final Object delegate;

        AnyHandler(Object delegate) {
            this.delegate = delegate;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            return method.invoke(delegate, arguments);
        }
    }

    private static ProcessingEnvironment wrapped(ProcessingEnvironment environment) {
        Class<?>[] interfaces = {ProcessingEnvironment.class};
        return (ProcessingEnvironment)
                Proxy.newProxyInstance(UnwrappingTest.class.getClassLoader(), interfaces, new AnyHandler(environment));
    }

    static List<UnaryOperator<ProcessingEnvironment>> wrappings() {
        return List.of(
                UnwrappingTest::proxy,
                UnwrappingTest::wrapped,
                Delegating::new,
                Incremental::new,
                environment -> proxy(proxy(environment)),
                environment -> wrapped(new Incremental(wrapped(environment))),
                environment -> new Delegating(new Incremental(new Delegating(environment))));
    }

    /** A compiler that is not javac: nothing leads from it to javac's environment. */
    private static ProcessingEnvironment foreign(ProcessingEnvironment environment) {
        Class<?>[] interfaces = {ProcessingEnvironment.class};
        AtomicReference<ProcessingEnvironment> hidden = new AtomicReference<>(environment);
        return (ProcessingEnvironment) Proxy.newProxyInstance(
                UnwrappingTest.class.getClassLoader(),
                interfaces,
                (proxy, method, arguments) -> method.invoke(hidden.get(), arguments));
    }

    private static Compilation compile(UnaryOperator<ProcessingEnvironment> wrapping, AtomicReference<Boolean> asked) {
        return Compiler.javac()
                .withProcessors(new AbstractProcessor() {
                    private final FermataProcessor processor = new FermataProcessor(environment -> {
                        asked.set(true);
                        return type -> List.of();
                    });

                    @Override
                    public Set<String> getSupportedAnnotationTypes() {
                        return processor.getSupportedAnnotationTypes();
                    }

                    @Override
                    public SourceVersion getSupportedSourceVersion() {
                        return SourceVersion.latestSupported();
                    }

                    @Override
                    public synchronized void init(ProcessingEnvironment environment) {
                        processor.init(wrapping.apply(environment));
                    }

                    @Override
                    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                        return processor.process(annotations, round);
                    }
                })
                .compile(JavaFileObjects.forSourceString("Plain", "class Plain { @dev.fermata.Async void m() { } }"));
    }

    @ParameterizedTest
    @MethodSource("wrappings")
    void javacIsFoundBehindWrappers(UnaryOperator<ProcessingEnvironment> wrapping) {
        AtomicReference<Boolean> asked = new AtomicReference<>(false);

        assertThat(compile(wrapping, asked)).succeededWithoutWarnings();
        assertThat(asked).hasValue(true);
    }

    @Test
    void anotherCompilerGetsOneClearError() {
        AtomicReference<Boolean> asked = new AtomicReference<>(false);
        Compilation compilation = compile(UnwrappingTest::foreign, asked);

        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation).hadErrorContaining("Fermata works within javac, and this compiler is not javac");
        assertThat(asked).hasValue(false);
    }
}
