package dev.fermata.processor.read;

import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another processor has put into the trees of a method, as text that the user's source lacks, and where the trees stand in
 * the source with that text in it. No supplement has a line break: each line of the result is one of the user's.
 */
final class Supplements {
    /** A text in place of that between two positions of the user's source. */
    static final class Supplement {
        private final int start;
        private final int end;
        private final StringBuilder text = new StringBuilder();

        private Supplement(int start, int end) {
            this.start = start;
            this.end = end;
        }

        void append(String more) {
            text.append(more);
        }

        private int growth() {
            return text.length() - (end - start);
        }
    }

    /** A position within a supplement. */
    record Mark(Supplement in, int offset) {}

    private record Span(Mark start, Mark end) {}

    private final List<Supplement> supplements = new ArrayList<>();
    private final IdentityHashMap<Tree, @Nullable Span> spans = new IdentityHashMap<>();

    private final IdentityHashMap<Tree, Mark> starts = new IdentityHashMap<>();

    boolean isEmpty() {
        return supplements.isEmpty();
    }

    /** The one that is to stand at {@code position}, behind all that were asked for before. */
    Supplement at(int position) {
        Supplement last = supplements.isEmpty() ? null : supplements.get(supplements.size() - 1);
        return last != null && last.start == position && last.end == position ? last : replacing(position, position);
    }

    Supplement replacing(int start, int end) {
        Supplement added = new Supplement(start, end);
        supplements.add(added);
        return added;
    }

    Mark mark(int position) {
        Supplement in = at(position);
        return end(in);
    }

    static Mark end(Supplement in) {
        return new Mark(in, in.text.length());
    }

    void place(Tree tree, Mark start, Mark end) {
        spans.put(tree, new Span(start, end));
    }

    /** Notes where a tree begins that ends where javac says. */
    void start(Tree tree, Mark start) {
        starts.put(tree, start);
    }

    /** Notes that a tree has no text. */
    void hide(Tree tree) {
        spans.put(tree, null);
    }

    String applyTo(String text) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (Supplement supplement : sorted()) {
            result.append(text, at, supplement.start).append(supplement.text);
            at = supplement.end;
        }
        return result.append(text, at, text.length()).toString();
    }

    /** @param original where javac has the tree */
    int start(Tree tree, int original) {
        if (spans.containsKey(tree)) {
            Span span = spans.get(tree);
            return span == null ? -1 : position(span.start);
        }
        Mark start = starts.get(tree);
        if (start != null) {
            return position(start);
        }
        return original < 0 ? original : moved(original, true);
    }

    /** @param original where javac has the tree */
    int end(Tree tree, int original) {
        if (spans.containsKey(tree)) {
            Span span = spans.get(tree);
            return span == null ? -1 : position(span.end);
        }
        return original < 0 ? original : moved(original, false);
    }

    /** What starts where something is inserted stands behind it, what ends there before it. */
    private int moved(int original, boolean isStart) {
        return original
                + supplements.stream()
                        .filter(before -> before.end <= original && (isStart || before.start < original))
                        .mapToInt(Supplement::growth)
                        .sum();
    }

    private int position(Mark mark) {
        int position = mark.in.start + mark.offset;
        for (Supplement before : sorted()) {
            if (before == mark.in) {
                break;
            }
            position += before.growth();
        }
        return position;
    }

    private List<Supplement> sorted() {
        return supplements.stream()
                .sorted(Comparator.comparingInt(supplement -> supplement.start))
                .toList();
    }
}
