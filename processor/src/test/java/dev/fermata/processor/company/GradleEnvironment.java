package dev.fermata.processor.company;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * Looks as Gradle's {@code IncrementalProcessingEnvironment} does, with the rules of its {@code IncrementalFiler} for isolating
 * processors: a file has exactly one originating element, and a resource is in an output folder. Where Gradle would give up
 * compiling by increments, this fails.
 */
final class GradleEnvironment implements ProcessingEnvironment {
    private static final Set<StandardLocation> OUTPUTS = Set.of(
            StandardLocation.CLASS_OUTPUT, StandardLocation.SOURCE_OUTPUT, StandardLocation.NATIVE_HEADER_OUTPUT);

    private final ProcessingEnvironment delegate;
    private final Filer filer;

    /** @param account of what was created */
    GradleEnvironment(ProcessingEnvironment delegate, List<String> account) {
        this.delegate = delegate;
        this.filer = new IncrementalFiler(delegate.getFiler(), account);
    }

    private record IncrementalFiler(Filer delegate, List<String> account) implements Filer {
        private void record(String what, Element... origins) {
            if (origins.length != 1) {
                throw new IllegalStateException(what + " must have exactly one originating element");
            }
            account.add(what + " for " + Arrays.toString(origins));
        }

        private static void requireOutput(JavaFileManager.Location location) {
            if (!OUTPUTS.contains(location)) {
                throw new IllegalArgumentException(location.getName() + " is not supported");
            }
        }

        @Override
        public JavaFileObject createSourceFile(CharSequence name, Element... origins) throws IOException {
            record(name.toString(), origins);
            return delegate.createSourceFile(name, origins);
        }

        @Override
        public JavaFileObject createClassFile(CharSequence name, Element... origins) throws IOException {
            record(name.toString(), origins);
            return delegate.createClassFile(name, origins);
        }

        @Override
        public FileObject createResource(
                JavaFileManager.Location location, CharSequence pkg, CharSequence name, Element... origins)
                throws IOException {
            requireOutput(location);
            FileObject created = delegate.createResource(location, pkg, name, origins);
            record(location.getName() + " " + pkg + " " + name, origins);
            return created;
        }

        @Override
        public FileObject getResource(JavaFileManager.Location location, CharSequence pkg, CharSequence name)
                throws IOException {
            requireOutput(location);
            return delegate.getResource(location, pkg, name);
        }
    }

    @Override
    public Map<String, String> getOptions() {
        return delegate.getOptions();
    }

    @Override
    public Messager getMessager() {
        return delegate.getMessager();
    }

    @Override
    public Filer getFiler() {
        return filer;
    }

    @Override
    public Elements getElementUtils() {
        return delegate.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
        return delegate.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
        return delegate.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
        return delegate.getLocale();
    }
}
