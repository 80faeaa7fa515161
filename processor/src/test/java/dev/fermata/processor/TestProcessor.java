package dev.fermata.processor;

import dev.fermata.processor.link.Machines;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;

/** Opens to other packages' tests the processor with another front. */
public final class TestProcessor {
    private TestProcessor() {}

    public static Processor of(Function<ProcessingEnvironment, Machines> front) {
        return new FermataProcessor(front);
    }

    /** Fermata's own front. */
    public static Function<ProcessingEnvironment, Machines> front() {
        return Pipeline::new;
    }
}
