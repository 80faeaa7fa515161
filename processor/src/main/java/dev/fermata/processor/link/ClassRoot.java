package dev.fermata.processor.link;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** One entry of a class path: a folder or a jar of class files. */
final class ClassRoot implements Closeable {
    private final Path path;
    private final @Nullable JarFile jar;

    ClassRoot(Path path) throws IOException {
        this.path = path;
        this.jar = Files.isDirectory(path)
                ? null
                : new JarFile(path.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
    }

    Path path() {
        return path;
    }

    boolean has(String internalName) {
        String name = internalName + ".class";
        return jar == null ? Files.exists(path.resolve(name)) : jar.getEntry(name) != null;
    }

    byte @Nullable [] read(String internalName) throws IOException {
        String name = internalName + ".class";
        if (jar == null) {
            Path file = path.resolve(name);
            return Files.exists(file) ? Files.readAllBytes(file) : null;
        }
        ZipEntry entry = jar.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }
}
