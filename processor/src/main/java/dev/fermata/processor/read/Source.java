package dev.fermata.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/** The text of a compilation unit, and where its trees stand in it. Positions are offsets into it without {@link UnicodeEscapes}. */
final class Source {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final UnicodeEscapes escapes;
    private final Supplements supplements;
    private final String text;
    private final int[] lineStarts;

    Source(CompilationUnitTree unit, Trees trees) {
        this.unit = unit;
        this.positions = trees.getSourcePositions();
        this.supplements = new Supplements();
        try {
            this.escapes =
                    UnicodeEscapes.of(unit.getSourceFile().getCharContent(true).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.text = escapes.text();
        this.lineStarts = lineStarts(text);
    }

    private Source(Source original, Supplements supplements) {
        this.unit = original.unit;
        this.positions = original.positions;
        this.escapes = original.escapes;
        this.supplements = supplements;
        this.text = supplements.applyTo(original.text);
        this.lineStarts = lineStarts(text);
    }

    /** The same with what another processor has put into a method. */
    Source with(Supplements added) {
        return added.isEmpty() ? this : new Source(this, added);
    }

    /** As javac's line map has them, which is not there under {@code -g:none}. */
    private static int[] lineStarts(String text) {
        return IntStream.rangeClosed(0, text.length())
                .filter(at -> at == 0 || isLineEnd(text, at - 1))
                .toArray();
    }

    private static boolean isLineEnd(String text, int at) {
        char c = text.charAt(at);
        return c == '\n' || c == '\r' && !text.startsWith("\n", at + 1);
    }

    /** The first name like this one that the text does not hold, without those that {@code taken} holds. */
    String unusedName(String like, Set<String> taken) {
        String name = like;
        for (int i = 2; taken.contains(name) || text.contains(name); i++) {
            name = like + i;
        }
        return name;
    }

    int start(Tree tree) {
        return supplements.start(tree, escapes.position((int) positions.getStartPosition(unit, tree)));
    }

    /** Before a semicolon: javac counts it to an expression that is a resource. */
    int end(Tree tree) {
        int end = supplements.end(tree, escapes.position((int) positions.getEndPosition(unit, tree)));
        return tree instanceof ExpressionTree && end > 0 && text.charAt(end - 1) == ';' ? end - 1 : end;
    }

    /** False for what javac made up: the type behind {@code var}, a default constructor. */
    boolean isWritten(Tree tree) {
        int start = start(tree);
        return start >= 0 && end(tree) > start;
    }

    int line(int position) {
        int found = Arrays.binarySearch(lineStarts, position);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int line(Tree tree) {
        return line(start(tree));
    }

    String text(int start, int end) {
        return text.substring(start, end);
    }

    boolean startsWith(String expected, int position) {
        return text.startsWith(expected, position);
    }

    /** The white space that the line of {@code position} begins with. */
    String indentation(int position) {
        int lineStart = lineStarts[line(position) - 1];
        int end = lineStart;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(lineStart, end);
    }

    /** The first position from {@code position} on that is neither white space nor comment. */
    int skipBlank(int position) {
        int at = skipSpace(position);
        while (isComment(at)) {
            at = skipSpace(skipComment(at));
        }
        return at;
    }

    int skipSpace(int position) {
        int at = position;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    boolean isComment(int position) {
        return text.startsWith("//", position) || text.startsWith("/*", position);
    }

    /** The end of the comment at {@code position}, before the line break of a {@code //} comment. */
    int skipComment(int position) {
        if (text.startsWith("/*", position)) {
            int close = text.indexOf("*/", position + 2);
            return close < 0 ? text.length() : close + 2;
        }
        int at = position;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    /** Where a comment that follows on the same line ends; {@code position} itself if none follows. */
    int skipTrailingComments(int position) {
        int end = position;
        for (int at = position; at < text.length(); ) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
            } else if (isComment(at)) {
                at = skipComment(at);
                if (line(at) != line(position)) {
                    return end;
                }
                end = at;
            } else {
                // Code follows on the line: a comment before it belongs to that.
                return c == '\n' || c == '\r' ? end : position;
            }
        }
        return end;
    }

    /** The start of the identifier {@code name} at or after {@code from}, jumping over other tokens; -1 if there is none. */
    int findName(String name, int from, int limit) {
        for (int at = skipBlank(from); at < limit; at = skipBlank(at)) {
            if (!Character.isJavaIdentifierStart(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at;
            while (end < limit && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
            if (text.substring(at, end).equals(name)) {
                return at;
            }
            at = end;
        }
        return -1;
    }
}
