package dev.fermata.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks for with {@code -A} options.
 *
 * @param diagram whether the header of a generated file has a state diagram
 * @param explanation whether each method's states, and what its awaits keep, are printed
 * @param lint whether javac shows what it would warn of in the generated classes
 * @param largestMethod the size in bytes, by estimate, past which a machine is cut into several methods
 */
public record Options(boolean diagram, boolean explanation, boolean lint, int largestMethod) {
    private static final String GRAPH = "fermata.graph";
    private static final String EXPLAIN = "fermata.explain";
    private static final String LINT = "fermata.lint";
    private static final String METHOD = "fermata.method";

    /** What they are called: {@code -Afermata.graph=mermaid}, {@code -Afermata.explain=true}, and so on. */
    public static final Set<String> NAMES = Set.of(GRAPH, EXPLAIN, LINT, METHOD);

    /** HotSpot compiles no method of more than 8,000 bytes (its {@code HugeMethodLimit}); the rest is room for a bad estimate. */
    private static final int LARGEST_METHOD = 6_000;

    /** What those ask for who ask for nothing. */
    public static final Options NONE = new Options(false, false, false, LARGEST_METHOD);

    /** What the options ask for. */
    public static Options of(Map<String, String> options) {
        return new Options(
                "mermaid".equals(options.get(GRAPH)),
                "true".equals(options.get(EXPLAIN)),
                "true".equals(options.get(LINT)),
                isSize(options.get(METHOD)) ? Integer.parseInt(options.get(METHOD)) : LARGEST_METHOD);
    }

    /** What is wrong with the options: values that mean nothing. */
    public static List<String> problems(Map<String, String> options) {
        List<String> problems = new ArrayList<>();
        check(options, GRAPH, "mermaid".equals(options.get(GRAPH)), "mermaid", problems);
        check(options, EXPLAIN, isYesOrNo(options.get(EXPLAIN)), "true", problems);
        check(options, LINT, isYesOrNo(options.get(LINT)), "true", problems);
        check(options, METHOD, isSize(options.get(METHOD)), String.valueOf(LARGEST_METHOD), problems);
        return problems;
    }

    private static boolean isYesOrNo(@Nullable String value) {
        return "true".equals(value) || "false".equals(value);
    }

    private static boolean isSize(@Nullable String value) {
        return value != null && value.matches("[1-9][0-9]{0,5}");
    }

    private static void check(
            Map<String, String> options, String name, boolean known, String instead, List<String> problems) {
        if (options.containsKey(name) && !known) {
            String value = options.get(name);
            problems.add("-A%s%s is not known to Fermata: write -A%s=%s"
                    .formatted(name, value == null ? "" : "=" + value, name, instead));
        }
    }
}
