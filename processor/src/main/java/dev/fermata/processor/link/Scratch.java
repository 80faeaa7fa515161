package dev.fermata.processor.link;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A temporary folder, gone when closed. */
final class Scratch implements Closeable {
    private final Path folder;

    Scratch() throws IOException {
        folder = Files.createTempDirectory("fermata");
    }

    /** A new folder with these class files in it. */
    Path folder(String name, Map<String, byte[]> classFiles) throws IOException {
        Path created = Files.createDirectory(folder.resolve(name));
        for (Map.Entry<String, byte[]> classFile : classFiles.entrySet()) {
            Path file = created.resolve(classFile.getKey() + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, classFile.getValue());
        }
        return created;
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
