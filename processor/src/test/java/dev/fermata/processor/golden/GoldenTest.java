package dev.fermata.processor.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What each pass makes of each fixture is what the file beside its {@code input.java} says. {@code
 * -Dfermata.goldens=src/test/resources/fixtures} writes those files anew: read the difference before you commit it.
 */
class GoldenTest {
    private static final String REWRITE = System.getProperty("fermata.goldens", "");

    @TestFactory
    Stream<DynamicContainer> every_pass_makes_of_a_fixture_what_its_text_says() throws IOException {
        return Fixtures.folders()
                .map(folder ->
                        DynamicContainer.dynamicContainer(folder.getFileName().toString(), tests(folder)));
    }

    private static Stream<DynamicTest> tests(Path folder) {
        Map<String, String> texts = texts(folder);
        return texts.keySet().stream()
                .map(pass -> DynamicTest.dynamicTest(pass, () -> check(folder, pass + ".txt", texts.get(pass))));
    }

    private static void check(Path folder, String file, String text) throws IOException {
        if (!REWRITE.isEmpty()) {
            Files.writeString(Path.of(REWRITE).resolve(folder.getFileName()).resolve(file), text);
        }
        Path golden = REWRITE.isEmpty() ? folder : Path.of(REWRITE).resolve(folder.getFileName());
        assertThat(text).isEqualTo(Files.readString(golden.resolve(file)));
    }

    /** The text form of each pass: its methods', one after the other. */
    private static Map<String, String> texts(Path folder) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Passes passes : Fixtures.passes(folder)) {
            passes.texts()
                    .forEach((pass, text) -> all.computeIfAbsent(pass, first -> new ArrayList<>())
                            .add(text));
        }
        Map<String, String> joined = new LinkedHashMap<>();
        all.forEach((pass, texts) -> joined.put(pass, String.join("\n", texts)));
        return joined;
    }
}
