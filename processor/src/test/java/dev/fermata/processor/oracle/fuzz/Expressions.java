package dev.fermata.processor.oracle.fuzz;

import dev.fermata.processor.oracle.fuzz.Scope.Local;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Random expressions. Their names and effects are those of {@code Program}'s members and of {@code oracle.World}. */
final class Expressions {
    private final Random random;
    private final Scope scope;
    private final boolean calls;
    private int traces;

    /** @param calls whether {@code helper} may be called: not from itself */
    Expressions(Random random, Scope scope, boolean calls) {
        this.random = random;
        this.scope = scope;
        this.calls = calls;
    }

    /** An expression of a type, with operators nested at most so deep. */
    String of(Type type, int depth) {
        if (depth > 0 && type != Type.ARRAY && chance(30)) {
            return awaited(type, depth - 1);
        }
        if (depth > 0 && chance(8)) {
            return "(" + of(Type.BOOLEAN, depth - 1) + " ? " + of(type, depth - 1) + " : " + of(type, depth - 1) + ")";
        }
        return switch (type) {
            case INT -> integer(depth);
            case LONG -> longer(depth);
            case BOOLEAN -> truth(depth);
            case STRING -> string(depth);
            case ARRAY -> array(depth);
        };
    }

    /** A name for a trace, the same on both sides. */
    String name() {
        return "\"t" + ++traces + "\"";
    }

    private String awaited(Type type, int depth) {
        if (type == Type.INT && calls && chance(10)) {
            return "await(helper(world, " + of(Type.INT, depth) + ", " + of(Type.LONG, depth) + "))";
        }
        // With the type argument told, javac's inference does not grow with the power of the depth.
        String typeArgument = depth > 0 ? "<" + type.boxed + ">" : "";
        return "await(world." + typeArgument + "later(" + name() + ", " + of(type, depth) + "))";
    }

    private String integer(int depth) {
        if (depth == 0) {
            return integerLeaf();
        }
        int d = depth - 1;
        return switch (random.nextInt(18)) {
            case 0 -> "(" + of(Type.INT, d) + " + " + of(Type.INT, d) + ")";
            case 1 -> "(" + of(Type.INT, d) + " - " + of(Type.INT, d) + ")";
            case 2 -> "(" + of(Type.INT, d) + " * " + of(Type.INT, d) + ")";
            case 3 -> "(" + of(Type.INT, d) + " / (world.see(" + name() + ", 0 + " + of(Type.INT, d) + ") & 3))";
            case 4 -> "(" + of(Type.INT, d) + " >> " + of(Type.INT, d) + ")";
            case 5 -> "world.see(" + name() + ", 0 + " + of(Type.INT, d) + ")";
            case 6 -> "mix(" + of(Type.INT, d) + ", " + of(Type.LONG, d) + ", " + of(Type.STRING, d) + ")";
            case 7 -> "bump(" + of(Type.INT, d) + ")";
            case 8 -> element(d);
            case 9 -> "(" + place(Type.INT, d) + " = " + of(Type.INT, d) + ")";
            case 10 ->
                "(" + place(Type.INT, d) + operator(" += ", " -= ", " *= ", " ^= ", " >>= ", " <<= ") + of(Type.INT, d)
                        + ")";
            case 11 -> operator("++", "--") + place(Type.INT, d);
            case 12 -> place(Type.INT, d) + operator("++", "--");
            case 13 -> "(int) (0L + " + of(Type.LONG, d) + ")";
            case 14 -> of(Type.STRING, d) + ".length()";
            case 15 -> "apply(" + of(Type.INT, d) + ", each -> each + " + captured() + ", " + of(Type.INT, d) + ")";
            case 16 -> "-" + "(" + of(Type.INT, d) + ")";
            default -> integerLeaf();
        };
    }

    private String integerLeaf() {
        Local local = scope.pick(one -> one.type() == Type.INT);
        if (local != null && chance(60)) {
            return local.name();
        }
        return chance(30)
                ? operator("field", "this.field", "other.field", "me().field")
                : String.valueOf(random.nextInt(9));
    }

    private String captured() {
        Local local = scope.pick(one -> one.type() == Type.INT && one.capturable());
        return local == null ? "field" : local.name();
    }

    private String element(int depth) {
        return of(Type.ARRAY, depth) + "[" + of(Type.INT, depth) + " & 3]";
    }

    private String longer(int depth) {
        Local local = scope.pick(one -> one.type() == Type.LONG);
        if (depth == 0) {
            return local != null && chance(60) ? local.name() : operator("total", "5L", "Long.MIN_VALUE", "7L");
        }
        int d = depth - 1;
        return switch (random.nextInt(7)) {
            case 0 -> "(" + of(Type.LONG, d) + " + " + of(Type.INT, d) + ")";
            case 1 -> "(" + of(Type.INT, d) + " * " + of(Type.LONG, d) + ")";
            case 2 -> "(" + place(Type.LONG, d) + operator(" += ", " *= ", " |= ", " >>>= ") + of(Type.LONG, d) + ")";
            case 3 -> "(" + place(Type.LONG, d) + " = " + of(Type.INT, d) + ")";
            case 4 -> "world.see(" + name() + ", 0 + " + of(Type.LONG, d) + ")";
            case 5 -> place(Type.LONG, d) + operator("++", "--");
            default -> longer(0);
        };
    }

    private String truth(int depth) {
        Local local = scope.pick(one -> one.type() == Type.BOOLEAN);
        if (depth == 0) {
            return local != null && chance(70)
                    ? local.name()
                    : operator("flag", "((field & 1) == 0)", "(total > 3)", "true");
        }
        int d = depth - 1;
        return switch (random.nextInt(10)) {
            case 0, 1 -> "(" + of(Type.BOOLEAN, d) + " && " + of(Type.BOOLEAN, d) + ")";
            case 2, 3 -> "(" + of(Type.BOOLEAN, d) + " || " + of(Type.BOOLEAN, d) + ")";
            case 4 -> "!(" + of(Type.BOOLEAN, d) + ")";
            case 5 -> "(0 + " + of(Type.INT, d) + operator(" < ", " >= ", " != ") + of(Type.LONG, d) + ")";
            case 6 -> "(" + of(Type.BOOLEAN, d) + operator(" & ", " | ", " ^ ") + of(Type.BOOLEAN, d) + ")";
            case 7 -> "(" + place(Type.BOOLEAN, d) + operator(" = ", " &= ", " |= ") + of(Type.BOOLEAN, d) + ")";
            case 8 -> "world.see(" + name() + ", true & " + of(Type.BOOLEAN, d) + ")";
            default -> of(Type.STRING, d) + ".equals(" + of(Type.STRING, d) + ")";
        };
    }

    private String string(int depth) {
        Local local = scope.pick(one -> one.type() == Type.STRING);
        if (depth == 0) {
            return local != null && chance(60) ? local.name() : operator("text", "\"s\"", "\"tt\"", "CONSTANT");
        }
        int d = depth - 1;
        return switch (random.nextInt(7)) {
            case 0 -> "(" + of(Type.STRING, d) + " + " + of(Type.INT, d) + " + " + of(Type.LONG, d) + ")";
            case 1 -> "(\"\" + " + of(Type.BOOLEAN, d) + " + " + of(Type.STRING, d) + ")";
            case 2 -> "cut(" + place(Type.STRING, d) + " += " + of(Type.INT, d) + ")";
            case 3 -> "(" + place(Type.STRING, d) + " = cut(" + of(Type.STRING, d) + "))";
            case 4 ->
                "join("
                        + Stream.generate(() -> of(Type.INT, d))
                                .limit(random.nextInt(4))
                                .collect(Collectors.joining(", "))
                        + ")";
            case 5 -> "world.see(" + name() + ", " + of(Type.STRING, d) + ")";
            default -> "new StringBuilder(" + of(Type.STRING, d) + ").append(0 + " + of(Type.INT, d) + ").toString()";
        };
    }

    private String array(int depth) {
        Local local = scope.pick(one -> one.type() == Type.ARRAY);
        if (depth == 0) {
            return local != null && chance(60) ? local.name() : "array";
        }
        int d = depth - 1;
        return switch (random.nextInt(4)) {
            case 0 -> "new int[] {" + of(Type.INT, d) + ", " + of(Type.INT, d) + ", " + of(Type.INT, d) + "}";
            case 1 -> "await(world.<int[]>later(" + name() + ", " + of(Type.ARRAY, d) + "))";
            case 2 -> "(" + place(Type.ARRAY, d) + " = " + of(Type.ARRAY, d) + ")";
            default -> array(0);
        };
    }

    /** Something that can be assigned. */
    String place(Type type, int depth) {
        Local local = scope.pick(one -> one.type() == type && one.free());
        if (local != null && chance(60)) {
            return local.name();
        }
        return switch (type) {
            case INT ->
                chance(50)
                        ? "this.field"
                        : chance(50)
                                ? "me().field"
                                : "(" + of(Type.ARRAY, depth) + ")[" + of(Type.INT, depth) + " & 3]";
            case LONG -> "total";
            case BOOLEAN -> "flag";
            case STRING -> "other.text";
            case ARRAY -> "array";
        };
    }

    /** A random type of those that print alike on both sides. */
    Type any() {
        return Type.PRINTABLE.get(random.nextInt(Type.PRINTABLE.size()));
    }

    private String operator(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
