package dev.fermata.processor.oracle;

import dev.fermata.processor.oracle.world.Driver;
import dev.fermata.processor.oracle.world.Run;
import dev.fermata.processor.oracle.world.Schedule;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;

/** The cases as one side compiles and runs them. */
public final class CompiledSide implements CaseRunner {
    private final List<Path> folders;
    private final Map<String, String> rejected;
    private final List<Case> cases;
    private final List<ClassLoader> loaders;
    private final Map<String, ClassLoader> loaderOf = new HashMap<>();

    private CompiledSide(List<Path> folders, Map<String, String> rejected, List<Case> cases) {
        this.folders = folders;
        this.rejected = rejected;
        this.cases = cases;
        this.loaders = folders.stream().<ClassLoader>map(Loader::new).toList();
        for (ClassLoader loader : loaders) {
            loader.setDefaultAssertionStatus(true);
            cases.forEach(one -> loader.setClassAssertionStatus(one.className(), one.asserts()));
        }
    }

    /** The oracle: no processor, and a {@code dev.fermata} that blocks. */
    public static CompiledSide blocking(List<Case> cases, Path work) throws IOException {
        return compile(
                Stream.of("blocking", "plain", "both"), marked(cases), List::of, List.of(), PlainReading::of, work);
    }

    /**
     * What is tested: the processor and the real runtime.
     *
     * @param options of the processor
     */
    public static CompiledSide looping(List<Case> cases, Supplier<Processor> processor, List<String> options, Path work)
            throws IOException {
        return compile(
                Stream.of("looping", "both"), cases, () -> List.of(processor.get()), options, source -> source, work);
    }

    /** The harness's own check: no processor, and bodies that are really held, each by a thread of its own. */
    public static CompiledSide threaded(List<Case> cases, Path work) throws IOException {
        return compile(
                Stream.of("threaded", "plain", "both"), marked(cases), List::of, List.of(), PlainReading::of, work);
    }

    private static List<Case> marked(List<Case> cases) {
        return cases.stream().map(CallMarks::in).toList();
    }

    /** The same classes, loaded anew: what runs before have left in static fields is not there. */
    CompiledSide reloaded() {
        return new CompiledSide(folders, rejected, cases);
    }

    private static CompiledSide compile(
            Stream<String> folders,
            List<Case> cases,
            Supplier<List<Processor>> processors,
            List<String> options,
            UnaryOperator<String> reading,
            Path work)
            throws IOException {
        List<Path> support = Stream.concat(folders.flatMap(Sources::of), Sources.neighbours())
                .toList();
        SortedMap<Integer, List<Case>> byLevel =
                cases.stream().collect(Collectors.groupingBy(Case::since, TreeMap::new, Collectors.toList()));
        if (byLevel.isEmpty()) {
            byLevel.put(Case.OLDEST, List.of());
        }
        List<Path> compiled = new ArrayList<>();
        Map<String, String> rejected = new HashMap<>();
        for (Map.Entry<Integer, List<Case>> level : byLevel.entrySet()) {
            int release = level.getKey();
            Compilation compilation =
                    new Compilation(support, processors, options, reading, work.resolve("level" + release), release);
            compiled.addAll(compilation.compile(level.getValue()));
            rejected.putAll(compilation.rejected());
        }
        return new CompiledSide(compiled, rejected, cases);
    }

    /** Where the classes of a side without cases are: what all cases use. */
    public Path classes() {
        return folders.get(0).resolve("classes");
    }

    /** Loads {@link #classes()}. */
    public ClassLoader loader() {
        return loaders.get(0);
    }

    @Override
    public String rejection(Case one) {
        return rejected.getOrDefault(one.className(), "");
    }

    @Override
    public Run run(Case one, Schedule schedule) throws ReflectiveOperationException {
        ClassLoader loader = loaderOf.computeIfAbsent(one.className(), this::find);
        Driver driver =
                (Driver) loader.loadClass("oracle.Side").getConstructor().newInstance();
        return driver.run(loader.loadClass(one.className()), schedule);
    }

    @Override
    public String generatedFor(Case one) {
        return Compilation.generatedFor(one, folders);
    }

    private ClassLoader find(String className) {
        String file = className.replace('.', '/') + ".class";
        return loaders.stream()
                .filter(loader -> loader.getResource(file) != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not compiled: " + className));
    }

    /** Takes what this side compiled itself before what is on the class path: the blocking side has its own runtime. */
    private static final class Loader extends URLClassLoader {
        Loader(Path folder) {
            super(new URL[] {url(folder.resolve("classes"))}, CompiledSide.class.getClassLoader());
            setDefaultAssertionStatus(true);
        }

        private static URL url(Path folder) {
            try {
                return folder.toUri().toURL();
            } catch (MalformedURLException impossible) {
                throw new AssertionError(impossible);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded == null && findResource(name.replace('.', '/') + ".class") != null) {
                    loaded = findClass(name);
                }
                return loaded == null ? super.loadClass(name, resolve) : loaded;
            }
        }
    }
}
