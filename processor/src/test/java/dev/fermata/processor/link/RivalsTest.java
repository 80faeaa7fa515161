package dev.fermata.processor.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.TestProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A private member that the view shows is not taken for one that a subclass has from elsewhere. */
class RivalsTest {
    private static final String BASE = """
            package p;
            import static dev.fermata.Fermata.*;
            import dev.fermata.*;
            class Base {
              private String name(String of) { return "private " + of; }
              @Async Task<String> names(Heir heir) {
                var mine = name(await(done("x")));
                return done(mine + ", " + heir.name("y"));
              }
            }
            class Start { static Object run() { return Fermata.run(() -> new Base().names(new Heir())); } }
            """;

    private static final String HEIR = """
            package p;
            class Heir extends Base { String name(Object of) { return "heir's " + of; } }
            """;

    @TempDir
    private Path folder;

    @Test
    void whereTheSubclassIsCompiledInTheSameBuild() throws Throwable {
        Javac javac =
                javac().source("p/Base.java", BASE).source("p/Heir.java", HEIR).succeed();

        assertThat(javac.run("p.Start", "run")).isEqualTo("private x, heir's y");
    }

    @Test
    void whereAnEarlierBuildCompiledTheSubclass() throws Throwable {
        javac().source("p/Base.java", BASE).source("p/Heir.java", HEIR).succeed();

        Javac again = javac();
        again.source("p/Base.java", BASE)
                .options("-cp", again.classes() + File.pathSeparator + System.getProperty("java.class.path"))
                .succeed();

        assertThat(again.run("p.Start", "run")).isEqualTo("private x, heir's y");
    }

    private Javac javac() throws IOException {
        return new Javac(folder).front(TestProcessor.front()).options("-Xlint:-auxiliaryclass");
    }
}
