package dev.fermata.processor.oracle.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * Keeps what one compilation writes in memory, and of each class file its first text as well: that is javac's own, from before
 * the processor has linked it, and so the plain Java that the source reads as.
 */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, byte[]> first = new HashMap<>();
    private final Map<String, byte[]> last = new TreeMap<>();

    /** @param files where all else is; stays open when this is closed */
    MemoryFiles(JavaFileManager files) {
        super(files);
    }

    /** Class files as javac wrote them, by internal name. */
    Map<String, byte[]> plain() {
        return classes(first);
    }

    /** Class files as they are in the end, by internal name. */
    Map<String, byte[]> linked() {
        return classes(last);
    }

    /** The sources that the processor wrote for a class and those within it. */
    String sourcesFor(String internalName) {
        StringBuilder all = new StringBuilder();
        last.forEach((name, text) -> {
            if (name.matches(Pattern.quote(internalName) + "[_$.].*java")) {
                all.append(new String(text, StandardCharsets.UTF_8)).append('\n');
            }
        });
        return all.toString();
    }

    private static Map<String, byte[]> classes(Map<String, byte[]> files) {
        Map<String, byte[]> classes = new HashMap<>();
        files.forEach((name, bytes) -> {
            if (name.endsWith(".class")) {
                classes.put(name.substring(0, name.length() - ".class".length()), bytes);
            }
        });
        return classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        return new InMemory(className.replace('.', '/') + kind.extension, kind);
    }

    @Override
    public FileObject getFileForOutput(Location location, String pkg, String relativeName, FileObject sibling) {
        return new InMemory(
                (pkg.isEmpty() ? "" : pkg.replace('.', '/') + "/") + relativeName, JavaFileObject.Kind.OTHER);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.toUri().equals(b.toUri());
    }

    @Override
    public void close() {
        // the shared file manager goes on
    }

    private final class InMemory extends SimpleJavaFileObject {
        private final String name;

        InMemory(String name, Kind kind) {
            super(URI.create("memory:///" + name.replace("$", "%24")), kind);
            this.name = name;
        }

        @Override
        public InputStream openInputStream() throws IOException {
            byte[] bytes = last.get(name);
            if (bytes == null) {
                throw new FileNotFoundException(name);
            }
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public OutputStream openOutputStream() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            return new FilterOutputStream(bytes) {
                @Override
                public void write(byte[] from, int offset, int length) {
                    bytes.write(from, offset, length);
                }

                @Override
                public void close() {
                    first.putIfAbsent(name, bytes.toByteArray());
                    last.put(name, bytes.toByteArray());
                }
            };
        }
    }
}
