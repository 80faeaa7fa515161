package dev.fermata;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.gather;
import static dev.fermata.Fermata.sleep;
import static dev.fermata.Fermata.spawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NullUnmarked // completes tasks of Void
class TaskTreeTest {
    private final EventLoop loop = new VirtualTime().loop(FailureHandler.logging());
    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    /** Looks when all that is ready has run. */
    private Task<Void> look() {
        return Script.of(awaited -> checkpoint(), awaited -> checkpoint(), awaited -> {
            seen.add(loop.tasks().toString());
            return null;
        });
    }

    @Test
    void whoWaitsForWhomIsShownDownToWhatEndsTheWait() {
        loop.run(() -> {
            Task<Void> gate = new Completer<Void>().task();
            spawn(() -> gather(Handing.over(sleep(Duration.ofHours(1)), null), gate));
            return look();
        });

        assertThat(seen.get(0).lines().toList())
                .contains("gather")
                .anySatisfy(line -> assertThat(line).matches("├─ Handing.over \\(Handing.java:\\d+\\)"))
                .contains("│  └─ a sleep of PT1H", "└─ a Completer");
    }

    @Test
    void theLineIsThatOfTheSuspension() {
        loop.run(() -> {
            spawn(() -> Handing.over(sleep(Duration.ofHours(1)), null));
            return Script.of(awaited -> checkpoint(), awaited -> {
                TaskTree.Node handing = loop.tasks().roots().stream()
                        .filter(root -> root.description().equals("Handing.over"))
                        .findFirst()
                        .orElseThrow();
                assertThat(handing.position()).isNotNull();
                assertThat(handing.position().getClassName()).isEqualTo("dev.fermata.Handing");
                assertThat(handing.position().getMethodName()).isEqualTo("over");
                assertThat(handing.position().getLineNumber()).isEqualTo(suspensionLine());
                return null;
            });
        });
    }

    @Test
    void theLineIsKnownWhereATaskLocalGoesAlong() {
        TaskLocal<String> user = TaskLocal.named("user");
        loop.run(() -> {
            spawn(() -> user.where("ann", () -> Handing.over(sleep(Duration.ofHours(1)), null)));
            return look();
        });

        assertThat(seen.get(0)).containsPattern("Handing.over \\(Handing.java:\\d+\\)");
    }

    private static int suspensionLine() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/java/dev/fermata/Handing.java"));
        return 1 + lines.indexOf("                        return frame.suspend(awaited, GATE);");
    }

    @Test
    void theTasksOfAScopeAreShown() {
        loop.run(() -> {
            TaskScope<RuntimeException> scope = TaskScope.open();
            scope.spawn(() -> Handing.over(sleep(Duration.ofHours(1)), null));
            return Script.of(awaited -> look(), awaited -> {
                scope.cancel();
                return scope.closeAsync();
            });
        });

        assertThat(seen.get(0)).contains("Handing.over");
    }

    @Test
    void aTaskThatTwoAwaitIsShownOnce() {
        loop.run(() -> {
            Task<Void> shared = Handing.over(sleep(Duration.ofHours(1)), null);
            spawn(() -> Script.of(awaited -> shared));
            spawn(() -> Script.of(awaited -> shared));
            return look();
        });

        assertThat(seen.get(0)).containsOnlyOnce("a sleep of PT1H").containsOnlyOnce("Handing.over, as above");
    }

    @Test
    void aCallThatSleepsAndThatNobodyAwaitsIsSeenToo() {
        loop.run(() -> {
            Script.of(awaited -> Handing.over(sleep(Duration.ofHours(1)), null));
            return look();
        });

        assertThat(seen.get(0)).contains("Script.run\n└─ Handing.over");
    }

    @Test
    void aLongChainIsCut() {
        loop.run(() -> {
            Task<Void> chain = sleep(Duration.ofHours(1));
            for (int i = 0; i < 100_000; i++) {
                chain = Handing.over(chain, null);
            }
            Task<Void> last = chain;
            spawn(() -> last);
            return look();
        });

        assertThat(seen.get(0).lines().toList()).hasSizeBetween(100, 200).anyMatch(line -> line.endsWith("..."));
    }

    @Test
    void whatHasNotBegunAndWhatIsReadySaySo() {
        loop.run(() -> Script.of(
                awaited -> {
                    spawn(() -> Script.of(ready -> checkpoint()));
                    seen.add(loop.tasks().toString());
                    return checkpoint();
                },
                awaited -> {
                    seen.add(loop.tasks().toString());
                    return null;
                }));

        assertThat(seen.get(0)).contains("a task that has not begun");
        assertThat(seen.get(1)).contains("its turn: it is ready to go on");
    }
}
