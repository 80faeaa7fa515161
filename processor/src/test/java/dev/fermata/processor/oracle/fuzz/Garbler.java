package dev.fermata.processor.oracle.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes characters, tokens and trees of a source at random; sometimes what comes out is still Java. */
final class Garbler {
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\\n])*\"|[\\p{L}\\p{N}_$@]+|[-+*/=<>!&|^%]+|\\S");

    private static final String[] OTHERS = {
        "await",
        "(",
        ")",
        "{",
        "}",
        ";",
        "return",
        "try",
        "finally",
        "switch",
        "case",
        "this",
        "null",
        "class",
        "@Async",
        "var",
        "->",
        "::",
        "synchronized",
        "await(world.later(\"g\", 1))",
        "yield",
        "break",
        "0",
        "static",
        "private",
        "<",
        ">",
        ".",
        "?",
        ":",
        "assert",
        "new",
        "super",
        "final",
        "int",
        "Object",
        "throw",
        "\u00e9",
        "\\u0000",
        "\"",
        "'",
        "/*",
        "//"
    };

    private final Random random;

    Garbler(Random random) {
        this.random = random;
    }

    String garbled(String source) {
        String text = source;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            text = switch (random.nextInt(4)) {
                case 0 -> character(text);
                case 1, 2 -> token(text);
                default -> tree(text);
            };
        }
        return text;
    }

    private String character(String text) {
        int at = random.nextInt(text.length());
        char other = text.charAt(random.nextInt(text.length()));
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + other + text.substring(at);
            default -> text.substring(0, at) + other + text.substring(at + 1);
        };
    }

    /** From where to where something is. */
    private record Range(int from, int to) {
        String of(String text) {
            return text.substring(from, to);
        }

        String replaced(String text, String other) {
            return text.substring(0, from) + other + text.substring(to);
        }
    }

    private String token(String text) {
        List<Range> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(new Range(matcher.start(), matcher.end()));
        }
        return changed(text, tokens, OTHERS[random.nextInt(OTHERS.length)]);
    }

    /** What stands in brackets, or up to a semicolon, is mostly a tree. */
    private String tree(String text) {
        List<Range> trees = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        int statement = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("({[".indexOf(c) >= 0) {
                open.add(i);
                statement = i + 1;
            } else if (")}]".indexOf(c) >= 0 && !open.isEmpty()) {
                int from = open.removeLast();
                trees.add(new Range(from, i + 1));
                trees.add(new Range(from + 1, i));
                statement = c == '}' ? i + 1 : statement;
            } else if (c == ';') {
                trees.add(new Range(statement, i + 1));
                statement = i + 1;
            }
        }
        return changed(text, trees, "");
    }

    private String changed(String text, List<Range> ranges, String other) {
        if (ranges.isEmpty()) {
            return text;
        }
        Range one = ranges.get(random.nextInt(ranges.size()));
        Range two = ranges.get(random.nextInt(ranges.size()));
        return switch (random.nextInt(4)) {
            case 0 -> one.replaced(text, other);
            case 1 -> one.replaced(text, one.of(text) + " " + one.of(text));
            default -> one.replaced(text, two.of(text));
        };
    }
}
