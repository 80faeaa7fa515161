package dev.fermata.processor.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Makes each mutant, and tells what finds it out. All in one JVM: the mutant's file is compiled alone, and a class loader of its own
 * has that class before the real ones. Not a part of the normal build; {@code docs/reliability.md} has the command. {@code
 * -Dfermata.mutants=...} takes those whose names contain one of the words, with commas between.
 */
class MutantRun {
    private static final List<String> WORDS =
            List.of(System.getProperty("fermata.mutants", "").split(",", -1));

    /** What is asked when the oracle sees no difference; from the quickest that finds most to the slowest. */
    private static final List<String> SUITE = List.of(
            "oracle.fuzz.FuzzTest",
            "machine.MachineTest",
            "link.RedirectTest",
            "link.NestTest",
            "link.BridgeTest",
            "read.ReaderTest",
            "golden.PostconditionTest",
            "golden.GoldenTest");

    /** For one case, or one test class. */
    private static final int MINUTES = 5;

    @TempDir
    private Path work;

    /** Else the rest would mean nothing. */
    @Test
    void nothing_is_found_out_where_there_is_no_mistake() throws IOException, InterruptedException {
        assertThat(killer(Files.createTempDirectory(work, "right"))).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_mutant_is_found_out() {
        System.setProperty("fermata.fuzz.count", "100");
        return Mutant.all().stream()
                .filter(mutant -> WORDS.stream().anyMatch(mutant.name()::contains))
                .map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> findOut(mutant)));
    }

    private void findOut(Mutant mutant) throws IOException, InterruptedException {
        Path classes = Files.createTempDirectory(work, "mutant");
        assertThat(rejection(mutant, classes)).as("what javac says").isEmpty();
        String killer = killer(classes);
        System.out.println(mutant.name() + ": " + (killer.isEmpty() ? "SURVIVES" : killer));
        assertThat(killer).as("what finds out: " + mutant.name()).isNotEmpty();
    }

    /** The case or test class that fails, or an empty text. */
    private String killer(Path classes) throws IOException, InterruptedException {
        AtomicReference<String> killer = new AtomicReference<>("");
        Thread suite = new Thread(null, () -> killer.set(run(classes)), "suite", 16 << 20);
        suite.setDaemon(true);
        suite.start();
        String at;
        do {
            at = suite.getName();
            suite.join(MINUTES * 60_000L);
        } while (suite.isAlive() && !suite.getName().equals(at));
        return suite.isAlive() ? "does not end: " + at : killer.get();
    }

    private String rejection(Mutant mutant, Path classes) throws IOException {
        Path source =
                Files.createTempDirectory(work, "source").resolve(mutant.path().getFileName());
        Files.writeString(source, mutant.mutated());
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "-g",
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path"));
            boolean compiled = javac.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            return compiled ? "" : messages.toString();
        }
    }

    private String run(Path classes) {
        try (Mutated loader = new Mutated(classes)) {
            Thread.currentThread().setContextClassLoader(loader);
            String difference = (String) loader.loadClass("dev.fermata.processor.oracle.FirstDifference")
                    .getMethod("find", Path.class)
                    .invoke(null, Files.createTempDirectory(work, "oracle"));
            if (!difference.isEmpty()) {
                return difference;
            }
            for (String test : SUITE) {
                Thread.currentThread().setName(test);
                Class<?> testClass = loader.loadClass("dev.fermata.processor." + test);
                SummaryGeneratingListener listener = new SummaryGeneratingListener();
                Launcher launcher = LauncherFactory.create();
                launcher.execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(testClass))
                                .build(),
                        listener);
                TestExecutionSummary summary = listener.getSummary();
                if (summary.getTotalFailureCount() > 0) {
                    return test + " (" + summary.getTotalFailureCount() + ")";
                }
            }
            return "";
        } catch (ReflectiveOperationException | IOException unusable) {
            return unusable.toString();
        }
    }

    /** Loads Fermata's classes itself, the mutant before the real ones. */
    private static final class Mutated extends URLClassLoader {
        Mutated(Path classes) throws IOException {
            super(urls(classes), MutantRun.class.getClassLoader());
        }

        private static URL[] urls(Path classes) throws IOException {
            List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                if (Files.isDirectory(Path.of(entry))) {
                    urls.add(Path.of(entry).toUri().toURL());
                }
            }
            return urls.toArray(URL[]::new);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith("dev.fermata.processor.")) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
