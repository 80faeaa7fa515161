package dev.fermata.processor.mutants;

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
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Makes each mutant, and tells by which tests it is found out. All in one JVM: the mutant's file is compiled alone, and a class
 * loader of its own has that class before the real ones. {@code docs/reliability.md} has the command. Arguments are words that the
 * names of the mutants to make contain; without any it makes them all.
 */
public final class MutantRun {
    /** From the quickest that finds most to the slowest. */
    private static final List<String> SUITE = List.of(
            "oracle.OracleTest",
            "oracle.fuzz.FuzzTest",
            "machine.MachineTest",
            "link.RedirectTest",
            "link.NestTest",
            "link.BridgeTest",
            "read.ReaderTest",
            "golden.PostconditionTest",
            "golden.GoldenTest");

    private static final int MINUTES = 5;

    private MutantRun() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        System.setProperty("fermata.fuzz.count", "100");
        int killed = 0;
        List<String> survivors = new ArrayList<>();
        for (Mutant mutant : Mutant.all()) {
            if (words.length == 0 || List.of(words).stream().anyMatch(mutant.name()::contains)) {
                String killer = killer(mutant);
                System.out.println(mutant.name() + ": " + (killer.isEmpty() ? "SURVIVES" : killer));
                if (killer.isEmpty()) {
                    survivors.add(mutant.name());
                } else {
                    killed++;
                }
            }
        }
        System.out.printf("%d killed, %d survive %s%n", killed, survivors.size(), survivors);
        System.exit(survivors.isEmpty() ? 0 : 1);
    }

    /** Which test class fails, or an empty text. */
    private static String killer(Mutant mutant) throws IOException, InterruptedException {
        Path classes = Files.createTempDirectory("mutant");
        String rejected = compile(mutant, classes);
        if (!rejected.isEmpty()) {
            return "NOT JAVA " + rejected;
        }
        AtomicReference<String> killer = new AtomicReference<>("does not end");
        Thread suite = new Thread(null, () -> killer.set(run(classes)), "suite", 16 << 20);
        suite.setDaemon(true);
        suite.start();
        suite.join(MINUTES * 60_000L);
        return killer.get();
    }

    private static String compile(Mutant mutant, Path classes) throws IOException {
        Path source = Files.createTempDirectory("mutant").resolve(mutant.path().getFileName());
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

    private static String run(Path classes) {
        try (Mutated loader = new Mutated(classes)) {
            Thread.currentThread().setContextClassLoader(loader);
            for (String test : SUITE) {
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
