package dev.fermata.processor.read;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A region of the source in which some pieces are to be replaced. */
final class Slice {
    /** Several may stand at one position: what closes there comes first, then what opens, then what replaces text. */
    private record Replacement(int start, int end, Order order, List<Part> parts) {}

    private enum Order {
        CLOSE,
        OPEN,
        REPLACE
    }

    private final NavigableMap<Integer, Replacement> replaced = new TreeMap<>();
    private final List<Replacement> inserted = new ArrayList<>();

    void replace(int start, int end, Part... parts) {
        replace(start, end, List.of(parts));
    }

    /** Of two replacements that overlap the first one stays: javac shares trees, and so they are visited twice. */
    void replace(int start, int end, List<Part> parts) {
        Map.Entry<Integer, Replacement> before = replaced.lowerEntry(end);
        if (before == null || before.getValue().end <= start) {
            replaced.put(start, new Replacement(start, end, Order.REPLACE, parts));
        }
    }

    /** Inserts before what stands at {@code position}, inside of what was opened there before. */
    void open(int position, Part... parts) {
        inserted.add(new Replacement(position, position, Order.OPEN, List.of(parts)));
    }

    /** Inserts after what ends at {@code position}, outside of what was closed there before. */
    void close(int position, Part... parts) {
        inserted.add(new Replacement(position, position, Order.CLOSE, List.of(parts)));
    }

    /** The region's text with the replacements made, moved left by the indentation of the line that it begins on. */
    Code code(Source source, int start, int end) {
        List<Replacement> sorted = new ArrayList<>(inserted);
        sorted.addAll(replaced.values());
        sorted.sort(Comparator.comparingInt(Replacement::start).thenComparing(Replacement::order));
        Dedent dedent = Dedent.of(source, start, end);
        List<Part> parts = new ArrayList<>();
        int at = start;
        for (Replacement replacement : sorted) {
            addText(dedent.apply(source.text(at, replacement.start)), parts);
            replacement.parts.forEach(part -> add(part, parts));
            at = replacement.end;
            if (source.line(replacement.start) != source.line(at)) {
                parts.add(new Part.At(source.line(at)));
            }
        }
        addText(dedent.apply(source.text(at, end)), parts);
        return new Code(parts, source.line(start));
    }

    private static void add(Part part, List<Part> parts) {
        if (part instanceof Part.Text text) {
            addText(text.text(), parts);
        } else {
            parts.add(part);
        }
    }

    private static void addText(String text, List<Part> parts) {
        int last = parts.size() - 1;
        if (text.isEmpty()) {
            return;
        }
        if (last >= 0 && parts.get(last) instanceof Part.Text before) {
            parts.set(last, new Part.Text(before.text() + text));
        } else {
            boolean separate = Character.isJavaIdentifierPart(text.charAt(0)) && endsInName(parts);
            parts.add(new Part.Text(separate ? " " + text : text));
        }
    }

    /** Where a name takes the place of {@code await(...)}, the word after it may have needed no blank before. */
    private static boolean endsInName(List<Part> parts) {
        int last = parts.size() - 1;
        while (last >= 0 && parts.get(last) instanceof Part.At) {
            last--;
        }
        return last >= 0
                && (parts.get(last) instanceof Part.Operand
                        || parts.get(last) instanceof Part.Use
                        || parts.get(last) instanceof Part.Type);
    }
}
