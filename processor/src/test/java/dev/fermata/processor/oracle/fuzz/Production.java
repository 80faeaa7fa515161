package dev.fermata.processor.oracle.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One way to write a sort.
 *
 * @param weight how often it is taken, compared with the others of its sort
 * @param needs what a place has to allow
 * @param height how deep the shallowest text is that it makes
 */
record Production(int weight, List<Piece> pieces, Set<Need> needs, int height) {
    /** What cannot stand everywhere. */
    enum Need {
        AWAIT("await\\(", "world\\.open\\(", "each\\("),
        /** Only in a method that returns a sequence. */
        EMIT("emit\\("),
        /** Not within a lambda or another class. */
        THIS("(^|[^.])this\\.", "super\\."),
        ASSIGNMENT("\\$="),
        /** A call of one of the program's other methods, which call none, or what throws as they do. */
        CALL("helper\\(", "values\\(", "IOException>");

        private final Pattern sign;

        Need(String... signs) {
            this.sign = Pattern.compile(String.join("|", signs));
        }

        private boolean isIn(String template) {
            return sign.matcher(template).find();
        }
    }

    /** What a template is made of. */
    sealed interface Piece {}

    record Text(String text) implements Piece {}

    /**
     * A place for something else.
     *
     * @param kind the character after {@code $}, or a blank
     */
    record Hole(char kind, String sort) implements Piece {
        /** Whether it is for a list of statements. */
        boolean isBlock() {
            return sort.equals("block") || sort.equals("statements");
        }

        /** The sort that has to be made for it, or an empty text. */
        String needed() {
            if ("+*:~@.".indexOf(kind) >= 0 || Character.isDigit(sort.charAt(0))) {
                return "";
            }
            return switch (sort) {
                case "name", "small", "loop", "label" -> "";
                case "block", "statements" -> "statement";
                case "result" -> "int";
                case "leave" -> "return";
                default -> kind == '=' ? "=" + sort : sort;
            };
        }
    }

    private static final Pattern HOLE = Pattern.compile("\\$(?:(\\.)|([=!?+*:~@|<>-]?)(\\w+))");

    static Production of(int weight, String template) {
        List<Piece> pieces = new ArrayList<>();
        Matcher hole = HOLE.matcher(template);
        int end = 0;
        while (hole.find()) {
            pieces.add(new Text(template.substring(end, hole.start())));
            if (hole.group(1) != null) {
                pieces.add(new Hole('.', "."));
            } else {
                pieces.add(
                        new Hole(hole.group(2).isEmpty() ? ' ' : hole.group(2).charAt(0), hole.group(3)));
            }
            end = hole.end();
        }
        pieces.add(new Text(template.substring(end)));
        Set<Need> needs =
                Stream.of(Need.values()).filter(need -> need.isIn(template)).collect(Collectors.toUnmodifiableSet());
        return new Production(weight, List.copyOf(pieces), needs, 0);
    }

    /** The sorts that have to be made for it. */
    Stream<String> sorts() {
        return pieces.stream()
                .filter(Hole.class::isInstance)
                .map(piece -> ((Hole) piece).needed())
                .filter(sort -> !sort.isEmpty());
    }

    Production measured(int found) {
        return new Production(weight, pieces, needs, found);
    }
}
