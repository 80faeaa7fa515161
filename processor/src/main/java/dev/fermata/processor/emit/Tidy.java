package dev.fermata.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves out of JavaPoet's text what a person would not write: imports from {@code java.lang}, empty lines between fields. */
final class Tidy {
    private static final String IMPORT = "import java.lang.";
    private static final String CONSTANT = "    private static final int ";
    private static final String FIELD = "    private ";

    private Tidy() {}

    /** @param hidden whether a class of that simple name stands before that of {@code java.lang} */
    static String of(String text, Predicate<String> hidden) {
        String[] lines = text.split("\n", -1);
        List<String> result = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            String last = result.isEmpty() ? "" : result.get(result.size() - 1);
            boolean between = lines[i].isEmpty()
                    && i + 1 < lines.length
                    && (last.isEmpty() || !kind(last).isEmpty() && kind(last).equals(kind(lines[i + 1])));
            boolean known =
                    isOfJavaLang(lines[i]) && !hidden.test(lines[i].substring(IMPORT.length(), lines[i].length() - 1));
            if (!between && !known) {
                result.add(lines[i]);
            }
        }
        return String.join("\n", result);
    }

    /** Of the package itself, not of one below it, as {@code java.lang.ref}. */
    private static boolean isOfJavaLang(String line) {
        return line.startsWith(IMPORT) && line.indexOf('.', IMPORT.length()) < 0;
    }

    private static String kind(String line) {
        if (line.startsWith(CONSTANT)) {
            return CONSTANT;
        }
        return line.startsWith(FIELD) && line.endsWith(";") ? FIELD : "";
    }
}
