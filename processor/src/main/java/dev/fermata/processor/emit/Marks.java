package dev.fermata.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Carries source lines through JavaPoet, which moves text but does not know where it came from: a mark is a line number
 * between two characters that Unicode reserves for a program's own use, and is taken out of the finished text again.
 */
final class Marks {
    private static final char BEGIN = '\uFDD0';
    private static final char END = '\uFDD1';
    /** Asks for the line number as a comment at the end of this line. */
    static final String SHOW = "\uFDD2";

    private static final Pattern MARK = Pattern.compile(BEGIN + "(\\d+)" + END);
    private static final int COMMENT_COLUMN = 100;

    private Marks() {}

    /** Says that what follows, up to the end of the line, stands for this line of the user's file. */
    static String line(int line) {
        return BEGIN + Integer.toString(line) + END;
    }

    /** The text without marks, and the source line of each of its lines (0: none). */
    record Unmarked(String text, int[] lines) {}

    static Unmarked remove(String marked) {
        String[] texts = marked.split("\n", -1);
        int[] lines = new int[texts.length];
        List<String> result = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            Matcher mark = MARK.matcher(texts[i]);
            lines[i] = mark.find() ? Integer.parseInt(mark.group(1)) : 0;
            String text = mark.replaceAll("").replace(SHOW, "");
            boolean comment =
                    text.stripLeading().startsWith("//") || text.stripLeading().startsWith("/*");
            boolean shown = texts[i].contains(SHOW) && lines[i] > 0 && !comment;
            result.add(shown ? numbered(text, lines[i]) : text.isBlank() ? "" : text);
        }
        return new Unmarked(String.join("\n", result), lines);
    }

    /** How many characters of a text are seen in the end; spaces are not counted. */
    static int lengthOf(String marked) {
        int length = 0;
        boolean inMark = false;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            inMark = c == BEGIN || inMark && c != END;
            length += inMark || c == END || c == ' ' || c == '\n' ? 0 : 1;
        }
        return length;
    }

    private static String numbered(String text, int line) {
        String padding = " ".repeat(Math.max(1, COMMENT_COLUMN - text.length()));
        return text + padding + "// " + line;
    }
}
