package dev.fermata.processor.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyTest {
    private static final String LOMBOK = "lombok.launch.AnnotationProcessorHider$AnnotationProcessor";
    private static final String AUTO_VALUE = "com.google.auto.value.processor.AutoValueProcessor";

    @TempDir
    Path folder;

    private Command javac(String jar, String processors, String sources) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-Xlint:all,-processing,-path", "-d", folder.toString()));
        arguments.addAll(List.of("-cp", Command.path(Command.CLASS_PATH, Command.jar(jar))));
        arguments.addAll(List.of("-processor", processors));
        arguments.addAll(Command.sources(sources));
        return Command.run("javac", arguments);
    }

    private List<String> main() throws Exception {
        return Command.run("java", List.of("-cp", Command.path(folder.toString(), Command.CLASS_PATH), "p.Main"))
                .output();
    }

    @ParameterizedTest
    @ValueSource(strings = {LOMBOK + "," + Command.FERMATA, Command.FERMATA + "," + LOMBOK})
    void whatLombokPutsIntoBodiesMeansWhatItMeansElsewhere(String processors) throws Exception {
        assertThat(javac("lombok", processors, "lombok").output()).isEmpty();

        assertThat(main())
                .containsExactly(
                        "3",
                        "2, 6, [x, y, X, Y]",
                        "[a, b, c, ended, closed]",
                        "[a, closed]",
                        "2",
                        "java.io.IOException: sneaky at line 108",
                        "6",
                        "java.lang.InterruptedException: empty at line 116",
                        "java.io.IOException: blank at line 117",
                        "java.lang.NullPointerException: s is marked non-null but is null at line 115",
                        "2",
                        "java.lang.NullPointerException: s is marked non-null but is null at line 122",
                        "java.lang.NullPointerException: t is marked non-null but is null at line 122");
    }

    @Test
    void whatLombokChangesWithinAnExpressionIsRefused() throws Exception {
        Command javac = javac("lombok", LOMBOK + "," + Command.FERMATA, "extension");

        assertThat(javac.status()).isEqualTo(1);
        assertThat(javac.output()).last().isEqualTo("1 error");
        assertThat(javac.output())
                .first()
                .asString()
                .contains("Extended.java:19: error: [FERMATA-050] Another annotation processor has put code here");
    }

    @ParameterizedTest
    @ValueSource(strings = {AUTO_VALUE + "," + Command.FERMATA, Command.FERMATA + "," + AUTO_VALUE})
    void bodiesUseWhatAnotherProcessorGenerates(String processors) throws Exception {
        assertThat(javac("auto-value", processors, "autovalue").output()).isEmpty();

        assertThat(main()).containsExactly("Money{currency=EUR, amount=4}");
    }

    @Test
    void eclipsesCompilerGetsOneClearError() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-jar", Command.jar("ecj"), "-17", "-d", folder.toString()));
        arguments.addAll(List.of("-cp", Command.CLASS_PATH, "-processor", Command.FERMATA));
        arguments.addAll(Command.sources("eclipse"));
        Command ecj = Command.run("java", arguments);

        assertThat(ecj.output()).last().isEqualTo("1 problem (1 error)");
        assertThat(ecj.output())
                .anyMatch(line -> line.contains("Fermata works within javac, and this compiler is not javac"));
    }
}
