package dev.fermata.processor;

import com.google.auto.service.AutoService;
import dev.fermata.processor.emit.Options;
import dev.fermata.processor.link.LinkListener;
import dev.fermata.processor.link.Machines;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Compiles {@code @Async} methods. In the processing rounds it does nothing: trees have no types then. It has javac call
 * back later, see {@link LinkListener}.
 */
@AutoService(Processor.class)
public final class FermataProcessor extends AbstractProcessor {
    private final Function<ProcessingEnvironment, Machines> front;
    private @Nullable LinkListener listener;

    /** For javac, by way of the service loader. */
    public FermataProcessor() {
        this(Pipeline::new);
    }

    /** @param front makes the passes before {@code link}, from javac's own environment */
    FermataProcessor(Function<ProcessingEnvironment, Machines> front) {
        this.front = front;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.fermata.Async");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Options.NAMES;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Options.problems(environment.getOptions())
                .forEach(problem -> environment.getMessager().printMessage(Diagnostic.Kind.WARNING, problem));
        Optional<ProcessingEnvironment> javac = Unwrapping.javac(environment);
        if (javac.isPresent()) {
            listener = LinkListener.attach(javac.get(), environment.getFiler(), front);
        } else {
            error(
                    "Fermata works within javac, and this compiler is not javac (%s). Compile classes with @Async methods with javac."
                            .formatted(environment.getClass().getName()));
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (listener != null) {
            listener.roots(round.getRootElements());
        }
        if (processingEnv.getSourceVersion().compareTo(SourceVersion.RELEASE_17) < 0) {
            for (TypeElement annotation : annotations) {
                for (Element method : round.getElementsAnnotatedWith(annotation)) {
                    processingEnv
                            .getMessager()
                            .printMessage(
                                    Diagnostic.Kind.ERROR,
                                    "@Async needs source level 17 or later: compile with --release 17",
                                    method);
                }
            }
        }
        return true;
    }

    private void error(String message) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message);
    }
}
