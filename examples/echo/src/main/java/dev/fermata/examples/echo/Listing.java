package dev.fermata.examples.echo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Some lines of source under a title. */
record Listing(String title, List<String> lines) {

    /** A method of a formatted class: from its annotation's line to the brace that closes it, without the indentation. */
    static Listing ofMethod(Path file, String name) throws IOException {
        var all = Files.readAllLines(file);
        var head = indexOf(all, " " + name + "(");
        var indent = indentOf(all.get(head));
        var start = head;
        while (start > 0 && all.get(start - 1).startsWith(indent + "@")) {
            start--;
        }
        var end = head;
        while (!all.get(end).equals(indent + "}")) {
            end++;
        }
        var lines = all.subList(start, end + 1).stream()
                .map(line -> line.isBlank() ? "" : line.substring(indent.length()))
                .toList();
        return new Listing(file.getFileName() + ", as written", lines);
    }

    /** A whole class with the comment at its head, without its package and imports. */
    static Listing ofClass(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        var head = true;
        for (var line : Files.readAllLines(file)) {
            var comment = line.startsWith("//");
            head &= comment || line.isBlank() || line.startsWith("package ") || line.startsWith("import ");
            if (comment || !head) {
                lines.add(line);
            }
        }
        return new Listing(file.getFileName() + ", as generated", lines);
    }

    /** Both: in columns where {@code columns} are enough for that, else one after the other. */
    String with(Listing other, int columns) {
        return width() + " | ".length() + other.width() <= columns ? beside(other) : text() + "\n" + other.text();
    }

    /** Both in columns, one line of text for each line of the longer. */
    private String beside(Listing other) {
        var row = "%-" + width() + "s | %s\n";
        var text = new StringBuilder(row.formatted(title, other.title));
        text.append("-".repeat(width()))
                .append("-+-")
                .append("-".repeat(other.width()))
                .append("\n");
        for (var i = 0; i < Math.max(lines.size(), other.lines.size()); i++) {
            text.append(row.formatted(line(i), other.line(i)));
        }
        return text.toString();
    }

    private String text() {
        return title + "\n" + "-".repeat(title.length()) + "\n" + String.join("\n", lines) + "\n";
    }

    private int width() {
        return Math.max(
                title.length(), lines.stream().mapToInt(String::length).max().orElse(0));
    }

    private String line(int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    private static int indexOf(List<String> lines, String text) {
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No line has \"" + text + "\"");
    }

    private static String indentOf(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
