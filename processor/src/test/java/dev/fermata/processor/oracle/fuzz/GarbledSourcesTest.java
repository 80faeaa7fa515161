package dev.fermata.processor.oracle.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.FermataProcessor;
import dev.fermata.processor.oracle.Case;
import dev.fermata.processor.oracle.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is in a source, the processor neither fails nor hangs, and javac's errors and warnings are those without it. {@code
 * -Dfermata.garbled.count=...} and {@code -Dfermata.garbled.seed=...} as with {@link FuzzTest}.
 */
class GarbledSourcesTest {
    private static final long SEED = Long.getLong("fermata.garbled.seed", 1);
    private static final long COUNT = Long.getLong("fermata.garbled.count", 500);
    /** Of a hang; a machine may be busy, but not for that long. */
    private static final int MINUTES = 5;

    private static final int SHOWN = 5;

    private static final List<Case> CASES = Sources.cases();

    @TempDir
    private static Path work;

    private static Sides sides;
    private static ExecutorService compiler;

    @BeforeAll
    static void compileWorld() throws IOException {
        sides = new Sides(FermataProcessor::new, work);
        compiler = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(null, task, "compiler", 4 << 20);
            thread.setDaemon(true);
            return thread;
        });
    }

    @AfterAll
    static void close() throws IOException {
        compiler.shutdownNow();
        sides.close();
    }

    @Test
    void a_garbled_source_gives_javacs_errors_and_warnings_and_clear_ones_of_ours() throws Exception {
        List<String> findings = new ArrayList<>();
        for (long seed = SEED; seed < SEED + COUNT && findings.size() < SHOWN; seed++) {
            Random random = new Random(seed);
            Case one = CASES.get(random.nextInt(CASES.size()));
            String source = new Garbler(random).garbled(one.source());
            String finding = finding(new Case(one.className(), one.sentence(), source));
            if (!finding.isEmpty()) {
                findings.add("garbled source " + seed + ": " + finding + "\n" + source);
            }
        }
        assertThat(findings).as(String.join("\n\n", findings)).isEmpty();
    }

    /** @param crash what was thrown out of javac, or an empty text */
    private record Said(List<String> javacs, List<String> ours, String crash) {}

    private static String finding(Case one) throws InterruptedException {
        Said with = compiled(one, new FermataProcessor());
        if (with.ours().stream().anyMatch(message -> message.contains("bug in Fermata"))) {
            return with.ours().toString();
        }
        if (!with.javacs().isEmpty() || !with.crash().isEmpty()) {
            Said without = compiled(one, new Idle());
            if (!with.crash().equals(without.crash())) {
                return with.crash();
            }
            if (!with.javacs().equals(without.javacs())) {
                return with.javacs() + "\nwithout the processor: " + without.javacs();
            }
        }
        return "";
    }

    private static Said compiled(Case one, Processor processor) throws InterruptedException {
        try {
            return compiler.submit(() -> compile(one, processor)).get(MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException crashed) {
            StackTraceElement[] trace = crashed.getCause().getStackTrace();
            return new Said(List.of(), List.of(), crashed.getCause() + (trace.length == 0 ? "" : " at " + trace[0]));
        } catch (TimeoutException hanging) {
            throw new AssertionError("does not end:\n" + one.source(), hanging);
        }
    }

    private static Said compile(Case one, Processor processor) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavaCompiler.CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        new MemoryFiles(sides.files()),
                        said,
                        List.of("-Xlint:all,-processing,-path", "-Xmaxerrs", "0", "-Xmaxwarns", "0"),
                        null,
                        List.of(new BatchSide.Source(one)));
        task.setProcessors(List.of(processor));
        task.call();
        List<String> javacs = new ArrayList<>();
        List<String> ours = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> each : said.getDiagnostics()) {
            (BatchSide.isOurs(each) ? ours : javacs).add(each.toString());
        }
        return new Said(javacs, ours, "");
    }

    /** With any processor at all javac stops earlier after some errors; this is one that does nothing else. */
    private static final class Idle extends AbstractProcessor {
        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("dev.fermata.Async");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return false;
        }
    }
}
