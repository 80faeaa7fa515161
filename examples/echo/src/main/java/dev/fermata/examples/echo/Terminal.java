package dev.fermata.examples.echo;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What we print to. */
final class Terminal {
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private Terminal() {}

    /** Its width in columns; without limit where there is no terminal. */
    static int width() throws InterruptedException {
        var columns = columns(System.getenv().getOrDefault("COLUMNS", ""));
        return columns == UNLIMITED ? columns(size()) : columns;
    }

    /** The last number of a text; a terminal that does not know its width says 0. */
    static int columns(String text) {
        var number = text.strip().replaceAll(".*\\s", "");
        return number.matches("[1-9]\\d{0,5}") ? Integer.parseInt(number) : UNLIMITED;
    }

    /** Rows and columns, or nothing. The terminal itself is asked: Maven stands between it and our output. */
    private static String size() throws InterruptedException {
        try {
            var stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return stty.waitFor() == 0 ? size : "";
        } catch (IOException noTerminal) {
            return "";
        }
    }
}
