package dev.fermata.processor.oracle.fuzz;

import dev.fermata.processor.FermataProcessor;
import dev.fermata.processor.oracle.Case;
import dev.fermata.processor.oracle.CompiledSide;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** What all batches share: the world of each side, compiled once, and javac's view of its class path. */
final class Sides implements Closeable {
    private final Supplier<Processor> processor;
    private final CompiledSide blocking;
    private final CompiledSide looping;
    private final StandardJavaFileManager blockingFiles;
    private final StandardJavaFileManager loopingFiles;

    /**
     * @param processor a new one for each compilation
     * @param work an empty folder
     */
    Sides(Supplier<Processor> processor, Path work) throws IOException {
        this.processor = processor;
        blocking = CompiledSide.blocking(List.of(), work.resolve("blocking"));
        looping = CompiledSide.looping(List.of(), FermataProcessor::new, List.of(), work.resolve("looping"));
        blockingFiles = filesOf(blocking);
        loopingFiles = filesOf(looping);
    }

    private static StandardJavaFileManager filesOf(CompiledSide side) throws IOException {
        List<Path> classPath = new ArrayList<>(List.of(side.classes()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            classPath.add(Path.of(entry));
        }
        StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, StandardCharsets.UTF_8);
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        return files;
    }

    /** These cases as plain Java that blocks. */
    BatchSide blocking(List<Case> cases) {
        return compile(new BatchSide(blocking.loader(), blockingFiles, List::of, List.of()), cases);
    }

    /**
     * These cases as the processor makes them.
     *
     * @param options of the processor
     */
    BatchSide looping(List<Case> cases, List<String> options) {
        return compile(new BatchSide(looping.loader(), loopingFiles, () -> List.of(processor.get()), options), cases);
    }

    private static BatchSide compile(BatchSide side, List<Case> cases) {
        side.compile(cases);
        return side;
    }

    /** Finds what is on the class path of the tested side, and is used by one compilation after the other. */
    StandardJavaFileManager files() {
        return loopingFiles;
    }

    @Override
    public void close() throws IOException {
        blockingFiles.close();
        loopingFiles.close();
    }
}
