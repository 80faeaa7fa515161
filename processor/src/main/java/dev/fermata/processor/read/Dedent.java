package dev.fermata.processor.read;

/** Moves the lines of a region left by the indentation of the line it begins on, if every line has as much. */
final class Dedent {
    private final String indentation;

    private Dedent(String indentation) {
        this.indentation = indentation;
    }

    static Dedent of(Source source, int start, int end) {
        String indentation = source.indentation(start);
        String[] lines = unix(source.text(start, end)).split("\n", -1);
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank() && !lines[i].startsWith(indentation)) {
                return new Dedent("");
            }
        }
        return new Dedent(indentation);
    }

    /** The piece with line feeds only, and less indentation behind each of them. */
    String apply(String piece) {
        String text = unix(piece);
        if (indentation.isEmpty() || text.indexOf('\n') < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', at)) {
            result.append(text, at, feed + 1);
            at = feed + 1;
            int matched = 0;
            while (matched < indentation.length()
                    && at < text.length()
                    && text.charAt(at) == indentation.charAt(matched)) {
                at++;
                matched++;
            }
        }
        return result.append(text, at, text.length()).toString();
    }

    private static String unix(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
