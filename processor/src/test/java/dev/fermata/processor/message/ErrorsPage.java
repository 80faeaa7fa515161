package dev.fermata.processor.message;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/errors.md}: every message, with an example that a mark shows the place in. */
final class ErrorsPage {
    private static final String BEGIN = """
            # Errors

            What the processor says, by code. Each is reported once, at the place that the mark shows, and stops the build. This page is
            made from the messages and their tests; `mvn -B -pl runtime,processor test -Dtest=ErrorsPageTest
            -Dsurefire.failIfNoSpecifiedTests=false -Dfermata.errors=../docs/errors.md` makes it anew.
            """;
    /** The lines before an example's own. */
    private static final int LINES_BEFORE = 3;

    private ErrorsPage() {}

    static String text(List<MessageTest.Case> cases) {
        return Stream.of(Message.values())
                .map(message -> entry(
                        message,
                        cases.stream()
                                .filter(example -> example.message() == message)
                                .toList()))
                .collect(Collectors.joining("", BEGIN, ""));
    }

    private static String entry(Message message, List<MessageTest.Case> examples) {
        String title = "\n## " + message.code() + "\n\n";
        if (examples.isEmpty()) {
            return title + quoted(message.format("…", "…", "…", "…"));
        }
        MessageTest.Case example = examples.get(0);
        return title + quoted(message.format(example.arguments())) + "\n```java\n" + marked(example) + "```\n";
    }

    /** Without the code, which is the title. */
    private static String quoted(String message) {
        String lines = message.substring(message.indexOf(']') + 2)
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"));
        return "```text\n" + lines + "\n```\n";
    }

    private static String marked(MessageTest.Case example) {
        int colon = example.place().indexOf(':');
        int line = Integer.parseInt(example.place().substring(0, colon)) - LINES_BEFORE;
        String mark = " ".repeat(Integer.parseInt(example.place().substring(colon + 1)) - 1) + "^";
        List<String> lines = example.source().lines().toList();
        return Stream.of(lines.subList(0, line), List.of(mark), lines.subList(line, lines.size()))
                .flatMap(List::stream)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
