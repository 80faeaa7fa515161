package dev.fermata.processor.oracle.fuzz;

import dev.fermata.processor.oracle.fuzz.Scope.Local;
import dev.fermata.processor.oracle.fuzz.Scope.Target;
import java.util.Random;

/**
 * Random statements. Every loop has a counter that nothing else writes to, and every jump stands in an {@code if}, so that
 * programs end and all of their code can be reached.
 */
final class Statements {
    private static final int DEPTH = 3;

    private final Random random;
    private final Scope scope;
    private final Expressions expressions;
    private final boolean returnsObject;
    private final StringBuilder out = new StringBuilder();
    private int indent = 2;
    private int labels;
    private int loops;

    /** @param returnsObject whether the method's value may be of any type, or is an int */
    Statements(Random random, Scope scope, Expressions expressions, boolean returnsObject) {
        this.random = random;
        this.scope = scope;
        this.expressions = expressions;
        this.returnsObject = returnsObject;
    }

    /** The statements of a method's body. */
    String body() {
        int mark = scope.enter();
        several(DEPTH, 3 + random.nextInt(4));
        line("return done(" + value(2) + ");");
        scope.leave(mark);
        return out.toString();
    }

    private void several(int depth, int count) {
        for (int i = 0; i < count; i++) {
            one(depth);
        }
    }

    private void one(int depth) {
        int kind = random.nextInt(depth > 0 ? 20 : 8);
        switch (kind) {
            case 0, 1, 2 -> declare();
            case 3, 4 -> line("world.log(" + expressions.of(expressions.any(), 3) + ");");
            case 5 -> assign();
            case 6 -> line("await(world.pause(" + expressions.name() + "));");
            case 7 -> jump();
            case 8, 9 -> branch(depth - 1);
            case 10, 11, 12 -> loop(depth - 1);
            case 13 -> labelled(depth - 1);
            case 14, 15, 16 -> attempt(depth - 1);
            case 17 -> resource(depth - 1);
            case 18 -> assignedInBranches();
            default -> block("{", depth - 1, "}");
        }
    }

    private void declare() {
        Type type = Type.ALL.get(random.nextInt(Type.ALL.size()));
        boolean constant = random.nextInt(4) == 0;
        String value = expressions.of(type, 3);
        String name = scope.freshName();
        line((constant ? "final " : "") + (random.nextInt(6) == 0 ? "var" : type.text) + " " + name + " = "
                + value(type, value) + ";");
        scope.declare(new Local(name, type, !constant, constant));
    }

    /** With {@code var}, an awaited value's type is its box; what it was must not matter. */
    private static String value(Type type, String value) {
        return type == Type.INT || type == Type.LONG ? "0 + " + value : value;
    }

    private void assign() {
        Type type = expressions.any();
        String value = expressions.of(type, 2);
        line(expressions.place(type, 1) + " = " + (type == Type.STRING ? "cut(" + value + ")" : value) + ";");
    }

    private void assignedInBranches() {
        Type type = expressions.any();
        String condition = expressions.of(Type.BOOLEAN, 2);
        String whenTrue = expressions.of(type, 2);
        String whenFalse = expressions.of(type, 2);
        String name = scope.freshName();
        line(type.text + " " + name + ";");
        line("if (" + condition + ") {");
        line("    " + name + " = " + whenTrue + ";");
        line("} else {");
        line("    " + name + " = " + whenFalse + ";");
        line("}");
        scope.declare(new Local(name, type, false, true));
    }

    private void jump() {
        line("if (" + expressions.of(Type.BOOLEAN, 2) + ") {");
        Target target = scope.targets().isEmpty()
                ? null
                : scope.targets().get(random.nextInt(scope.targets().size()));
        int kind = random.nextInt(10);
        if (target != null && kind < 7) {
            line("    " + (target.loop() && random.nextBoolean() ? "continue " : "break ") + target.label() + ";");
        } else if (kind < 8) {
            line("    throw new Illegal" + (random.nextBoolean() ? "State" : "Argument") + "Exception("
                    + expressions.of(Type.STRING, 1) + ");");
        } else if (kind == 8) {
            line("    return world.later(" + expressions.name() + ", " + value(1) + ");");
        } else {
            line("    return done(" + value(1) + ");");
        }
        line("}");
    }

    private String value(int depth) {
        return expressions.of(returnsObject ? expressions.any() : Type.INT, depth);
    }

    private void branch(int depth) {
        block("if (" + expressions.of(Type.BOOLEAN, 2) + ") {", depth, random.nextBoolean() ? "}" : "} else {");
        if (out.toString().endsWith("else {\n")) {
            indented(depth);
            line("}");
        }
    }

    private void loop(int depth) {
        String label = "loop" + ++labels;
        String counter = "i" + ++loops;
        int rounds = 1 + random.nextInt(3);
        int mark = scope.enter();
        int kind = random.nextInt(6);
        String head;
        String tail = "}";
        switch (kind) {
            case 0 -> head = "for (int " + counter + " = 0; " + counter + " < " + rounds + "; " + counter + "++) {";
            case 1 ->
                head = "for (int " + counter + " = await(world.later(" + expressions.name() + ", 0)); " + counter
                        + "++ < " + rounds + " && " + expressions.of(Type.BOOLEAN, 2) + "; world.log("
                        + expressions.of(Type.INT, 2) + ")) {";
            case 2 -> {
                line("int " + counter + " = 0;");
                head = "while (" + counter + "++ < await(world.later(" + expressions.name() + ", " + rounds + "))) {";
            }
            case 3 -> {
                line("int " + counter + " = 0;");
                head = "do {";
                tail = "} while (" + counter + "++ < " + rounds + " && " + expressions.of(Type.BOOLEAN, 2) + ");";
            }
            case 4 ->
                head = "for (int " + counter + " : "
                        + (random.nextBoolean()
                                ? expressions.of(Type.ARRAY, 2)
                                : "List.of(" + expressions.of(Type.INT, 1) + ", " + expressions.of(Type.INT, 2) + ")")
                        + ") {";
            default -> {
                line("int " + counter + " = 0;");
                head = "while (true) {";
            }
        }
        scope.declare(new Local(counter, Type.INT, false, kind == 4));
        scope.enter(new Target(label, true));
        line(label + ":");
        line(head);
        if (kind > 4) {
            line("    if (" + counter + "++ >= " + rounds + ") {");
            line("        break;");
            line("    }");
        }
        indented(depth);
        line(tail);
        scope.leaveTarget();
        scope.leave(mark);
        if (kind == 2 || kind == 3 || kind == 5) {
            scope.declare(new Local(counter, Type.INT, false, false));
        }
    }

    private void labelled(int depth) {
        String label = "block" + ++labels;
        scope.enter(new Target(label, false));
        block(label + ": {", depth, "}");
        scope.leaveTarget();
    }

    private void attempt(int depth) {
        int catches = random.nextInt(3);
        boolean ends = catches == 0 || random.nextBoolean();
        block("try {", depth, null);
        String[] types = random.nextBoolean()
                ? new String[] {"IllegalStateException", "RuntimeException"}
                : new String[] {"ArithmeticException | IllegalArgumentException", "Throwable"};
        for (int i = 0; i < catches; i++) {
            int mark = scope.enter();
            String name = scope.freshName();
            scope.declare(new Local(name, null, false, false));
            line("} catch (" + types[i] + " " + name + ") {");
            line("    world.caught(" + name + ");");
            indented(depth);
            scope.leave(mark);
        }
        if (ends) {
            line("} finally {");
            indented(depth);
        }
        line("}");
    }

    private void resource(int depth) {
        int mark = scope.enter();
        String name = scope.freshName();
        String type = random.nextBoolean() ? "World.Resource " : "World.Plain ";
        String open = type.equals("World.Resource ") ? "open(" : random.nextInt(3) == 0 ? "openBroken(" : "openPlain(";
        line("try (" + type + name + " = world." + open + expressions.of(Type.STRING, 2) + ")) {");
        scope.declare(new Local(name, null, false, false));
        line("    world.log(" + name + ".name);");
        indented(depth);
        scope.leave(mark);
        line("}");
    }

    private void block(String head, int depth, String tail) {
        line(head);
        indented(depth);
        if (tail != null) {
            line(tail);
        }
    }

    private void indented(int depth) {
        int mark = scope.enter();
        indent++;
        several(depth, 1 + random.nextInt(3));
        indent--;
        scope.leave(mark);
    }

    private void line(String text) {
        out.append("    ".repeat(indent)).append(text).append('\n');
    }
}
