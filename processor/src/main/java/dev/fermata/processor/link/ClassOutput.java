package dev.fermata.processor.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The class files that the outer compilation has written: reads them back and writes over them. Files on disk are
 * written through their path (a second write through the Filer draws the warning {@code output-file-clash} on newer
 * JDKs), all others, such as those that a tool keeps in memory, through the Filer.
 */
final class ClassOutput {
    private static final String PROBE_PACKAGE = "fermata.probe";

    private final Filer filer;
    private final Filer accountable;
    private @Nullable Boolean besideSources;

    /**
     * @param filer javac's own
     * @param accountable that which the build gave, which may keep account of what is created
     */
    ClassOutput(Filer filer, Filer accountable) {
        this.filer = filer;
        this.accountable = accountable;
    }

    /**
     * Where the class files of one source file go.
     *
     * @param module the named module, or empty
     * @param pkg the package, empty for the unnamed one
     * @param source the source file, if it is on disk: without {@code -d} javac writes class files beside it
     */
    record Place(String module, String pkg, @Nullable Path source) {
        static Place of(TypeElement type, FileObject source, Elements elements) {
            ModuleElement module = elements.getModuleOf(type);
            return new Place(
                    module == null ? "" : module.getQualifiedName().toString(),
                    elements.getPackageOf(type).getQualifiedName().toString(),
                    "file".equals(source.toUri().getScheme()) ? Path.of(source.toUri()) : null);
        }
    }

    private interface Access {
        FileObject at(String pkg) throws IOException;
    }

    /** The folder that holds the output's packages, and in them this class, where there is one and it is on disk. */
    @Nullable Path root(Place place, String internalName) throws IOException {
        FileObject resource = resource(place, fileName(internalName));
        if (!isOnDisk(resource) || isBesideSources(resource)) {
            return null;
        }
        Path folder = Path.of(resource.toUri()).getParent();
        for (int i = place.pkg().isEmpty() ? 0 : place.pkg().split("\\.").length; i > 0 && folder != null; i--) {
            folder = folder.getParent();
        }
        return folder;
    }

    byte[] read(Place place, String internalName) throws IOException {
        String name = fileName(internalName);
        FileObject resource = resource(place, name);
        Path path = path(place, resource, name);
        if (path != null) {
            return Files.readAllBytes(path);
        }
        try (InputStream in = resource.openInputStream()) {
            return in.readAllBytes();
        }
    }

    void write(Place place, String internalName, byte[] bytes) throws IOException {
        String name = fileName(internalName);
        Path path = path(place, resource(place, name), name);
        if (path != null) {
            Files.write(path, bytes);
            return;
        }
        write(inModule(place, pkg -> filer.createResource(StandardLocation.CLASS_OUTPUT, pkg, name)), bytes);
    }

    /**
     * Writes a class file that javac has not written: as a resource of its owner, with which a build that compiles by increments
     * then removes it. (Through {@code createClassFile} it would draw a warning, for the rounds are over.)
     */
    void create(Place place, String internalName, byte[] bytes, TypeElement owner) throws IOException {
        String name = fileName(internalName);
        if (isBesideSources(place, internalName)) {
            write(place, internalName, bytes);
        } else {
            write(
                    inModule(place, pkg -> accountable.createResource(StandardLocation.CLASS_OUTPUT, pkg, name, owner)),
                    bytes);
        }
    }

    private static void write(FileObject created, byte[] bytes) throws IOException {
        try (OutputStream out = created.openOutputStream()) {
            out.write(bytes);
        }
    }

    /** True where javac was given no folder for class files, so that it writes this one beside its source. */
    boolean isBesideSources(Place place, String internalName) throws IOException {
        return isBesideSources(resource(place, fileName(internalName)));
    }

    /** Asks with a package that is not there; but only on disk, for what keeps files in memory would remember the question. */
    private boolean isBesideSources(FileObject resource) throws IOException {
        if (!isOnDisk(resource)) {
            return false;
        }
        if (besideSources == null) {
            URI probe = filer.getResource(StandardLocation.CLASS_OUTPUT, PROBE_PACKAGE, "Any.class")
                    .toUri();
            besideSources = !probe.getPath().endsWith("/fermata/probe/Any.class");
        }
        return besideSources;
    }

    private static boolean isOnDisk(FileObject resource) {
        return "file".equals(resource.toUri().getScheme());
    }

    private FileObject resource(Place place, String name) throws IOException {
        return inModule(place, pkg -> filer.getResource(StandardLocation.CLASS_OUTPUT, pkg, name));
    }

    /** Where the output is split by modules the Filer wants the module's name with the package, else it must not have it. */
    private static FileObject inModule(Place place, Access access) throws IOException {
        if (!place.module().isEmpty()) {
            try {
                return access.at(place.module() + "/" + place.pkg());
            } catch (FilerException oneModule) {
                // falls through to the name without a module
            }
        }
        return access.at(place.pkg());
    }

    private @Nullable Path path(Place place, FileObject resource, String name) throws IOException {
        if (!isOnDisk(resource)) {
            return null;
        }
        return place.source() != null && isBesideSources(resource)
                ? place.source().resolveSibling(name)
                : Path.of(resource.toUri());
    }

    private static String fileName(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1) + ".class";
    }
}
