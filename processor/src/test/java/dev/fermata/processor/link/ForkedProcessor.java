package dev.fermata.processor.link;

import static dev.fermata.processor.link.HandWritten.machine;

import dev.fermata.processor.TestProcessor;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Completion;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** A processor that the {@code javac} command can load by its name, with a machine for {@code p.Echo.twice}. */
public final class ForkedProcessor implements Processor {
    private final Processor processor = TestProcessor.of(HandWritten.front(machine("p.Echo.twice", """
            package p;
            final class Echo_twice {
              static int enter(Echo_twice frame, int x) { return Echo.first(new Echo.Twice(x)).x() * 2; }
            }
            """)
            .widening("p.Echo.first", "p.Echo.Twice", "p.Echo.Twice.<init>")
            .mentioning("java.util.List")));

    @Override
    public Set<String> getSupportedOptions() {
        return processor.getSupportedOptions();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
    }

    @Override
    public void init(ProcessingEnvironment environment) {
        processor.init(environment);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return processor.process(annotations, round);
    }

    @Override
    public Iterable<? extends Completion> getCompletions(
            Element element, AnnotationMirror annotation, ExecutableElement member, String text) {
        return List.of();
    }
}
