package dev.fermata.processor.oracle.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The productions of the resource {@code fuzz/grammar.txt}, which says how they are written. */
final class Grammar {
    /** The level of the language that every JDK has. */
    static final int OLDEST = 17;

    /** That of the newest lines. */
    static final int NEWEST = 21;

    private static final Pattern LINE = Pattern.compile("(\\S+?)(?: (\\d+))?(?: since (\\d+))?: ?(.*)", Pattern.DOTALL);
    private static final int ENDLESS = 1000;
    private static final String CONTINUED = "\n    ";

    private static final Map<Integer, Grammar> RANDOM_PROGRAMS = new ConcurrentHashMap<>();

    private final int level;
    private final Map<String, List<Production>> productions = new LinkedHashMap<>();

    private Grammar(int level) {
        this.level = level;
    }

    /** @param level of the language: what came later is left out */
    static Grammar ofLevel(int level) {
        return RANDOM_PROGRAMS.computeIfAbsent(level, first -> parse(text("/fuzz/grammar.txt"), level));
    }

    private static Grammar parse(String text, int level) {
        Grammar grammar = new Grammar(level);
        for (String line : text.replace(CONTINUED, "\r").split("\n", -1)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                grammar.add(line.replace('\r', '\n'));
            }
        }
        grammar.measure();
        return grammar;
    }

    /** Finds how deep at least each sort is, counting only what may stand everywhere. */
    private void measure() {
        Map<String, Integer> heights = new HashMap<>(Map.of("any", 1));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<String, List<Production>> sort : productions.entrySet()) {
                sort.getValue().replaceAll(one -> one.measured(height(one, heights)));
                int least = sort.getValue().stream()
                        .filter(one -> one.needs().isEmpty())
                        .mapToInt(Production::height)
                        .min()
                        .orElse(ENDLESS);
                changed |= !Integer.valueOf(least).equals(heights.put(sort.getKey(), least));
            }
        }
    }

    private static int height(Production one, Map<String, Integer> heights) {
        return 1
                + one.sorts()
                        .mapToInt(sort -> heights.getOrDefault(sort, ENDLESS))
                        .max()
                        .orElse(0);
    }

    /** @return none if there is no such sort */
    List<Production> of(String sort) {
        return productions.getOrDefault(sort, List.of());
    }

    private void add(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(line);
        }
        String sort = matcher.group(1);
        int weight = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
        if (matcher.group(3) != null && Integer.parseInt(matcher.group(3)) > level) {
            return;
        }
        String template = matcher.group(4);
        if (!sort.startsWith("*")) {
            add(sort, Production.of(weight, template));
            return;
        }
        for (Type type : Type.ALL) {
            String typed = template.replace("$type", type.text())
                    .replace("$box", type.box())
                    .replaceAll("(\\$[^\\w\\s]?)T\\b", "$1" + type.sort());
            add(sort.equals("*") ? type.sort() : sort.substring(1), Production.of(weight, typed));
        }
    }

    private void add(String sort, Production production) {
        productions.computeIfAbsent(sort, first -> new ArrayList<>()).add(production);
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Grammar.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
