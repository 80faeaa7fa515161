package dev.fermata.processor.link;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Writes the machines' sources where generated sources go, for people to read. They are not compiled from there. */
final class ReadableSources {
    private final Filer filer;
    private final ClassOutput output;

    ReadableSources(Filer filer, ClassOutput output) {
        this.filer = filer;
        this.output = output;
    }

    void write(Site site) throws IOException {
        ClassOutput.Place place = site.place();
        if (output.isBesideSources(place, site.host()) && isWorkingDirectory()) {
            return; // no folder was given: among the user's own files it would be compiled with them the next time
        }
        String name = site.frame().substring(site.frame().lastIndexOf('/') + 1) + ".java";
        TypeElement origin = site.machine().method().owner();
        FileObject file;
        try {
            file = filer.createResource(
                    StandardLocation.SOURCE_OUTPUT, place.module() + "/" + place.pkg(), name, origin);
        } catch (FilerException | IllegalArgumentException oneModule) {
            file = filer.createResource(StandardLocation.SOURCE_OUTPUT, place.pkg(), name, origin);
        }
        try (Writer writer = file.openWriter()) {
            writer.write(site.machine().source());
        }
    }

    private boolean isWorkingDirectory() throws IOException {
        FileObject probe = filer.getResource(StandardLocation.SOURCE_OUTPUT, "", "Any.java");
        return Path.of("Any.java").toUri().equals(probe.toUri());
    }
}
