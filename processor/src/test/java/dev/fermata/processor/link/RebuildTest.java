package dev.fermata.processor.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.TestProcessor;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildTest {
    /** A method for each class that a machine may extend. */
    private static final String EVERY_FRAME = """
            package p;
            import static dev.fermata.Fermata.*;
            import dev.fermata.*;
            import java.util.concurrent.*;
            class Owner {
              @Async Task<Void> task() { await(checkpoint()); return done(); }
              @Async Task<Void> scoped() { try (var scope = TaskScope.open()) { scope.spawn(() -> task()); } return done(); }
              @Async CompletableFuture<String> future() { await(checkpoint()); return CompletableFuture.completedFuture("f"); }
              @Async AsyncSequence<String> sequence() { emit("s"); return end(); }
              @Async void nothing() { await(checkpoint()); }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void machinesOfAnEarlierBuildOnTheClassPathAreWrittenAnew() throws Exception {
        List<String> first = build().classFiles();

        assertThat(build().classFiles()).isEqualTo(first).hasSize(6);
    }

    /** With the folder of class files on the class path, as Maven has it. */
    private Javac build() throws Exception {
        Javac javac = new Javac(folder).source("p/Owner.java", EVERY_FRAME).front(TestProcessor.front());
        String classPath = javac.classes() + File.pathSeparator + System.getProperty("java.class.path");
        return javac.options("-cp", classPath).succeed();
    }
}
