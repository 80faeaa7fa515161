package dev.fermata.processor.oracle.fuzz;

import dev.fermata.processor.FermataProcessor;
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
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** What all batches share: the world of each side, compiled once, and javac with its view of the class path. */
final class Sides implements Closeable {
    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final CompiledSide blocking;
    private final CompiledSide looping;
    private final StandardJavaFileManager files;
    private final Supplier<Processor> processor;

    /**
     * @param processor a new one for each compilation
     * @param work an empty folder
     */
    Sides(Supplier<Processor> processor, Path work) throws IOException {
        this.processor = processor;
        blocking = CompiledSide.blocking(List.of(), work.resolve("blocking"));
        looping = CompiledSide.looping(List.of(), FermataProcessor::new, work.resolve("looping"));
        files = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        List<Path> classPath = new ArrayList<>(List.of(looping.classes()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            classPath.add(Path.of(entry));
        }
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
    }

    JavaCompiler javac() {
        return javac;
    }

    /** Finds what is on the class path, and is used by one compilation after the other. */
    StandardJavaFileManager files() {
        return files;
    }

    Processor processor() {
        return processor.get();
    }

    ClassLoader blocking() {
        return blocking.loader();
    }

    ClassLoader looping() {
        return looping.loader();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
