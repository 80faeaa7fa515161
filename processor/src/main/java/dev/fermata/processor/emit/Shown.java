package dev.fermata.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the user wants to see beside the machines.
 *
 * @param diagram whether the header of a generated file has a state diagram
 * @param explanation whether each method's states, and what its awaits keep, are printed
 */
public record Shown(boolean diagram, boolean explanation) {
    private static final String GRAPH = "fermata.graph";
    private static final String EXPLAIN = "fermata.explain";

    /** The names of the options: {@code -Afermata.graph=mermaid} and {@code -Afermata.explain=true}. */
    public static final Set<String> OPTIONS = Set.of(GRAPH, EXPLAIN);

    /** Nothing but the machines. */
    public static final Shown NOTHING = new Shown(false, false);

    /** What the options ask for. */
    public static Shown of(Map<String, String> options) {
        return new Shown("mermaid".equals(options.get(GRAPH)), "true".equals(options.get(EXPLAIN)));
    }

    /** What is wrong with the options: values that mean nothing. */
    public static List<String> problems(Map<String, String> options) {
        List<String> problems = new ArrayList<>();
        check(options, GRAPH, Set.of("mermaid"), problems);
        check(options, EXPLAIN, Set.of("true", "false"), problems);
        return problems;
    }

    private static void check(Map<String, String> options, String name, Set<String> known, List<String> problems) {
        String value = options.get(name);
        if (options.containsKey(name) && (value == null || !known.contains(value))) {
            problems.add("-A%s%s is not known to Fermata: write -A%s=%s"
                    .formatted(
                            name, value == null ? "" : "=" + value, name, known.contains("true") ? "true" : "mermaid"));
        }
    }
}
