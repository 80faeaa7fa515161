package dev.fermata.processor.read;

import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source without the Unicode escapes in its identifiers (JLS 3.3), and where what stood in
 * the raw text stands in it. Literals and comments keep theirs: the source's encoding may not have the character.
 */
final class UnicodeEscapes {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u+([0-9a-fA-F]{4})");

    private final String raw;
    private final StringBuilder text = new StringBuilder();
    private final TreeMap<Integer, Integer> removed = new TreeMap<>();

    private UnicodeEscapes(String raw) {
        this.raw = raw;
    }

    static UnicodeEscapes of(String raw) {
        UnicodeEscapes source = new UnicodeEscapes(raw);
        if (raw.contains("\\u")) {
            source.decode();
        } else {
            source.text.append(raw);
        }
        return source;
    }

    String text() {
        return text.toString();
    }

    /** Where a position of the raw text is; a negative one stays. */
    int position(int position) {
        var before = removed.floorEntry(position);
        return before == null ? position : position - before.getValue();
    }

    private void decode() {
        Matcher escape = ESCAPE.matcher(raw);
        for (int at = 0, end; at < raw.length(); at = end) {
            end = tokenEnd(at);
            if (raw.charAt(at) == '\\' && escape.region(at, raw.length()).lookingAt()) {
                char decoded = (char) Integer.parseInt(escape.group(1), 16);
                if (Character.isJavaIdentifierPart(decoded) || Character.isSurrogate(decoded)) {
                    end = escape.end();
                    text.append(decoded);
                    removed.put(end, end - text.length());
                    continue;
                }
            }
            text.append(raw, at, end);
        }
    }

    /** The end of a literal or comment; of all else that of the character. */
    private int tokenEnd(int at) {
        if (raw.startsWith("//", at)) {
            int end = at;
            while (end < raw.length() && raw.charAt(end) != '\n' && raw.charAt(end) != '\r') {
                end++;
            }
            return end;
        }
        if (raw.startsWith("/*", at)) {
            return behind("*/", at + 2, false);
        }
        if (raw.startsWith("\"\"\"", at)) {
            return behind("\"\"\"", at + 3, true);
        }
        char first = raw.charAt(at);
        return first == '"' || first == '\'' ? behind(String.valueOf(first), at + 1, true) : at + 1;
    }

    private int behind(String closing, int from, boolean hasEscapes) {
        int at = from;
        while (at < raw.length() && !raw.startsWith(closing, at)) {
            at += hasEscapes && raw.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + closing.length(), raw.length());
    }
}
