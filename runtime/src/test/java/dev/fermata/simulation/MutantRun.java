package dev.fermata.simulation;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.spi.ToolProvider;

/**
 * Makes each mutant of the runtime, and tells whether the seeds of a normal build find it out. All in one JVM: the mutant's file is
 * compiled alone, and a class loader of its own has its classes before the real ones. {@code docs/reliability.md} has the command.
 * Arguments are words that the names of the mutants to make contain; without any it makes them all.
 */
public final class MutantRun {
    private static final long SEEDS = 1000;
    private static final int SECONDS = 20;

    private MutantRun() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        int killed = 0;
        List<String> survivors = new ArrayList<>();
        for (Mutant mutant : Mutant.all()) {
            if (words.length == 0 || List.of(words).stream().anyMatch(mutant.name()::contains)) {
                String finding = finding(mutant);
                System.out.println(mutant.name() + ": " + (finding.isEmpty() ? "SURVIVES" : finding));
                if (finding.isEmpty()) {
                    survivors.add(mutant.name());
                } else {
                    killed++;
                }
            }
        }
        System.out.printf("%d killed, %d survive %s%n", killed, survivors.size(), survivors);
        System.exit(survivors.isEmpty() ? 0 : 1);
    }

    /** The rule that is found broken, or an empty text. */
    private static String finding(Mutant mutant) throws IOException, InterruptedException {
        Path classes = Files.createTempDirectory("mutant");
        String rejected = compile(mutant, classes);
        if (!rejected.isEmpty()) {
            return "NOT JAVA " + rejected;
        }
        AtomicReference<String> finding = new AtomicReference<>("DOES NOT END");
        Thread simulation = new Thread(() -> finding.set(run(classes)), "simulation");
        simulation.setDaemon(true);
        simulation.start();
        simulation.join(SECONDS * 1000L);
        return finding.get();
    }

    private static String compile(Mutant mutant, Path classes) throws IOException {
        Path source = Files.createTempDirectory("mutant").resolve(mutant.path().getFileName());
        Files.writeString(source, mutant.mutated());
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        int result = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        out,
                        out,
                        "-proc:none",
                        "-nowarn",
                        "-g",
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        return result == 0 ? "" : messages.toString();
    }

    private static String run(Path classes) {
        try (Mutated loader = new Mutated(classes)) {
            loader.loadClass(Simulation.class.getName())
                    .getMethod("find", long.class, long.class)
                    .invoke(null, 1L, SEEDS);
            return "";
        } catch (InvocationTargetException found) {
            return String.valueOf(found.getCause());
        } catch (ReflectiveOperationException | IOException unusable) {
            return "NOT RUN " + unusable;
        }
    }

    /** Loads Fermata's classes itself, the mutant's before the real ones. */
    private static final class Mutated extends URLClassLoader {
        Mutated(Path classes) throws IOException {
            super(urls(classes), MutantRun.class.getClassLoader());
            setDefaultAssertionStatus(true);
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
                if (!name.startsWith("dev.fermata.")) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
