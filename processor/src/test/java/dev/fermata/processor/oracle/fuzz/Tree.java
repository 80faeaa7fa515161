package dev.fermata.processor.oracle.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A random program, or a part of it, as the grammar made it.
 *
 * @param sort what it may be replaced with: anything of the same sort
 * @param parts its text, each a {@code String} or a {@code Tree}, in order
 */
record Tree(String sort, List<Object> parts) {
    /** A list of statements. */
    static final String BLOCK = "block";

    Tree {
        parts = List.copyOf(parts);
    }

    static Tree of(String sort, String text) {
        return new Tree(sort, List.of(text));
    }

    Stream<Tree> children() {
        return parts.stream().filter(Tree.class::isInstance).map(Tree.class::cast);
    }

    /** All parts within this one, nearest first. */
    Stream<Tree> descendants() {
        return Stream.concat(children(), children().flatMap(Tree::descendants));
    }

    Tree with(List<Object> others) {
        return new Tree(sort, others);
    }

    Tree with(int index, Object part) {
        List<Object> others = new ArrayList<>(parts);
        others.set(index, part);
        return with(others);
    }

    /** Java source, each line indented by the braces that are open, from this depth on. */
    String source(int depth) {
        StringBuilder flat = new StringBuilder();
        print(flat);
        StringBuilder source = new StringBuilder();
        int open = depth;
        for (String line : flat.toString().lines().toList()) {
            String text = line.strip();
            if (!text.isEmpty()) {
                int closes = text.startsWith("}") ? 1 : 0;
                source.append("    ".repeat(open - closes)).append(text).append('\n');
                open += (text.endsWith("{") ? 1 : 0) - closes;
            }
        }
        return source.toString();
    }

    int length() {
        StringBuilder flat = new StringBuilder();
        print(flat);
        return flat.length();
    }

    private void print(StringBuilder out) {
        for (Object part : parts) {
            if (part instanceof Tree tree) {
                tree.print(out);
            } else {
                out.append(part);
            }
        }
        if (sort.equals("statement")) {
            out.append('\n');
        }
    }
}
