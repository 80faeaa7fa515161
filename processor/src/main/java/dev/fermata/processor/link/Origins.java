package dev.fermata.processor.link;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Finds where the outer compilation takes a top-level class from. */
final class Origins {
    /** Where a class and the classes within it are. */
    sealed interface Origin {}

    /** The JDK's own modules. */
    record Platform() implements Origin {}

    /** A folder or jar. */
    record Root(Path path) implements Origin {}

    /** No file on disk: to be read one by one. */
    record Loose(Reader reader) implements Origin {}

    /** Nowhere that we could find. */
    record Missing() implements Origin {}

    @FunctionalInterface
    interface Reader {
        byte[] read(String internalName) throws IOException;
    }

    private final Elements elements;
    private final Filer filer;
    private final ClassOutput output;
    private final Descriptors descriptors;
    private final Map<String, ClassOutput.Place> generated;
    private final @Nullable Method fileObjectOf = fileObjectOf();

    /** @param generated where the classes that this compilation has written are, by internal name */
    Origins(
            Elements elements,
            Filer filer,
            ClassOutput output,
            Descriptors descriptors,
            Map<String, ClassOutput.Place> generated) {
        this.elements = elements;
        this.filer = filer;
        this.output = output;
        this.descriptors = descriptors;
        this.generated = generated;
    }

    /** {@code Elements.getFileObjectOf}, which JDK 18 brought. */
    private static @Nullable Method fileObjectOf() {
        try {
            return Elements.class.getMethod("getFileObjectOf", Element.class);
        } catch (NoSuchMethodException olderJdk) {
            return null;
        }
    }

    /** Whether the platform is seen through {@code --release}: as an older JDK than the one that runs. */
    boolean isOlderPlatform() throws IOException {
        FileObject object = fileOf(elements.getTypeElement("java.lang.Object"));
        return object != null && isSymbolFile(object.toUri());
    }

    Origin of(TypeElement topLevel) throws IOException {
        String name = descriptors.internalName(topLevel);
        ClassOutput.Place place = generated.get(name);
        if (place != null) {
            Path root = output.root(place, name);
            return root == null ? new Loose(nested -> output.read(place, nested)) : new Root(root);
        }
        String module = moduleOf(topLevel);
        if (module.startsWith("java.") || module.startsWith("jdk.")) {
            return new Platform();
        }
        FileObject file = fileObjectOf != null ? fileOf(topLevel) : resource(topLevel, simpleName(name));
        if (file == null) {
            return fileObjectOf == null && !module.isEmpty() ? new Platform() : new Missing();
        }
        URI uri = file.toUri();
        if ("jrt".equals(uri.getScheme()) || isSymbolFile(uri)) {
            return new Platform();
        } else if ("file".equals(uri.getScheme())) {
            return new Root(folder(Path.of(uri), name));
        } else if ("jar".equals(uri.getScheme()) && uri.getSchemeSpecificPart().startsWith("file:")) {
            String raw = uri.getRawSchemeSpecificPart();
            return new Root(Path.of(URI.create(raw.substring(0, raw.indexOf("!/")))));
        }
        return new Loose(nested -> nested.equals(name) ? read(file) : nested(topLevel, nested));
    }

    private byte[] nested(TypeElement topLevel, String nested) throws IOException {
        FileObject file = resource(topLevel, simpleName(nested));
        if (file == null) {
            throw new IOException("no class file of " + nested);
        }
        return read(file);
    }

    private @Nullable FileObject fileOf(TypeElement type) throws IOException {
        if (fileObjectOf == null) {
            return null;
        }
        try {
            JavaFileObject file = (JavaFileObject) fileObjectOf.invoke(elements, type);
            return file == null || file.getKind() == JavaFileObject.Kind.SOURCE ? null : file;
        } catch (ReflectiveOperationException failure) {
            throw new IOException("no file object of " + type, failure);
        }
    }

    /** Before JDK 18: through the Filer, which throws various things where there is no such module or file. */
    private @Nullable FileObject resource(TypeElement topLevel, String simpleName) {
        String module = moduleOf(topLevel);
        String pkg = packageOf(topLevel);
        try {
            FileObject file = module.isEmpty()
                    ? filer.getResource(StandardLocation.CLASS_PATH, pkg, simpleName + ".class")
                    : filer.getResource(StandardLocation.MODULE_PATH, module + "/" + pkg, simpleName + ".class");
            file.openInputStream().close();
            return file;
        } catch (IOException | RuntimeException notThere) {
            return null;
        }
    }

    private String moduleOf(TypeElement type) {
        ModuleElement module = elements.getModuleOf(type);
        return module == null ? "" : module.getQualifiedName().toString();
    }

    private String packageOf(TypeElement type) {
        return elements.getPackageOf(type).getQualifiedName().toString();
    }

    private static boolean isSymbolFile(URI uri) {
        return uri.toString().contains("/lib/ct.sym!/");
    }

    private static Path folder(Path classFile, String internalName) {
        Path folder = classFile;
        for (int i = internalName.split("/").length; i > 0 && folder.getParent() != null; i--) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static String simpleName(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1);
    }

    private static byte[] read(FileObject file) throws IOException {
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        }
    }
}
