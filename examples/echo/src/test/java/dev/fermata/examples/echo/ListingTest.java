package dev.fermata.examples.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
    @TempDir
    Path folder;

    @Test
    void takesOneMethodWithItsAnnotationsAndWithoutItsIndentation() throws IOException {
        var file = Files.writeString(folder.resolve("A.java"), """
                class A {
                    int other() {
                        return 1;
                    }

                    @Async
                    int m(int i) {
                        if (i > 0) {
                            i--;
                        }

                        return i;
                    }
                }
                """);

        assertThat(Listing.ofMethod(file, "m").lines())
                .containsExactly(
                        "@Async",
                        "int m(int i) {",
                        "    if (i > 0) {",
                        "        i--;",
                        "    }",
                        "",
                        "    return i;",
                        "}");
    }

    @Test
    void leavesOutPackageAndImports() throws IOException {
        var file = Files.writeString(
                folder.resolve("A.java"), "// head\npackage p;\n\nimport java.util.*;\n\nclass A {\n\n}\n");

        assertThat(Listing.ofClass(file).lines()).containsExactly("// head", "class A {", "", "}");
    }

    @Test
    void putsTheShorterBesideTheLongerWhereThereIsRoom() {
        var left = new Listing("L", List.of("one"));
        var right = new Listing("R", List.of("1", "2"));

        assertThat(left.with(right, 7).lines()).containsExactly("L   | R", "----+--", "one | 1", "    | 2");
        assertThat(left.with(right, 6).lines()).containsExactly("L", "-", "one", "", "R", "-", "1", "2");
    }

    @Test
    void aTerminalThatDoesNotTellItsWidthHasRoomForAll() {
        assertThat(Terminal.columns("24 80\n")).isEqualTo(80);
        assertThat(Terminal.columns("120")).isEqualTo(120);
        assertThat(Terminal.columns("0 0\n")).isEqualTo(Integer.MAX_VALUE);
        assertThat(Terminal.columns("")).isEqualTo(Integer.MAX_VALUE);
    }
}
