package dev.fermata.processor.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.FermataProcessor;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradleTest {
    @TempDir
    Path folder;

    /** Hands Fermata the environment that Gradle does to a processor that is registered as isolating. */
    @SupportedAnnotationTypes("dev.fermata.Async")
    private static final class Isolating extends AbstractProcessor {
        private final FermataProcessor processor = new FermataProcessor();
        private final List<String> account = new ArrayList<>();

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            processor.init(new GradleEnvironment(environment, account));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }
    }

    @Test
    void everyFileIsCreatedThroughGradlesFilerForOneClass() throws Exception {
        Isolating gradle = new Isolating();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> messages = new ArrayList<>();
        List<String> options = List.of(
                "-Xlint:all,-path", "-d", folder.toString(), "-s", folder.toString(), "-cp", Command.CLASS_PATH);
        // Again into the same folder, as after a change.
        for (int i = 0; i < 2; i++) {
            gradle.account.clear();
            try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
                JavaCompiler.CompilationTask task = javac.getTask(
                        null,
                        files,
                        diagnostic -> messages.add(diagnostic.toString()),
                        options,
                        null,
                        files.getJavaFileObjects(Command.sources("eclipse").get(0)));
                if (i > 0) {
                    gradle = new Isolating();
                }
                task.setProcessors(List.of(gradle));
                assertThat(task.call()).as(messages.toString()).isTrue();
            }
            assertThat(messages).isEmpty();
            assertThat(gradle.account)
                    .containsExactlyInAnyOrder(
                            "SOURCE_OUTPUT p Plain_next.java for [p.Plain]",
                            "CLASS_OUTPUT p Plain_next.class for [p.Plain]");
        }
    }

    @Test
    void theJarSaysThatTheProcessorIsIsolating() throws Exception {
        try (InputStream in = Objects.requireNonNull(
                FermataProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors"))) {
            assertThat(in).hasContent(FermataProcessor.class.getName() + ",isolating");
        }
    }
}
