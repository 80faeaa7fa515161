package dev.fermata.processor.read;

import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** The statements and switch expressions of the IR that break, continue and yield can leave from the current place, the innermost first. */
final class Exits {
    private enum Kind {
        LOOP,
        SWITCH,
        SWITCH_EXPRESSION,
        LABELED
    }

    /**
     * @param name the user's label
     * @param value what the yields of a switch expression assign
     */
    private record Target(
            Label label,
            @Nullable Name name,
            Kind kind,
            @Nullable Local value) {}

    private final Deque<Target> targets = new ArrayDeque<>();

    /** Enters a loop. */
    Label loop(@Nullable Name name, String keyword) {
        Label label = new Label(name == null ? keyword : name.toString());
        targets.push(new Target(label, name, Kind.LOOP, null));
        return label;
    }

    /** Enters a switch statement. */
    Label choice() {
        Label label = new Label("switch");
        targets.push(new Target(label, null, Kind.SWITCH, null));
        return label;
    }

    /** Enters a switch expression. */
    Label choice(Local value) {
        Label label = new Label("switch");
        targets.push(new Target(label, null, Kind.SWITCH_EXPRESSION, value));
        return label;
    }

    /** Enters a labelled statement that is no loop. */
    Label labeled(Name name) {
        Label label = new Label(name.toString());
        targets.push(new Target(label, name, Kind.LABELED, null));
        return label;
    }

    void leave() {
        targets.pop();
    }

    Label breakTarget(@Nullable Name name) {
        return target(name, target -> target.kind() == Kind.LOOP || target.kind() == Kind.SWITCH);
    }

    Label continueTarget(@Nullable Name name) {
        return target(name, target -> target.kind() == Kind.LOOP);
    }

    private Label target(@Nullable Name name, Predicate<Target> unnamed) {
        for (Target target : targets) {
            if (name == null ? unnamed.test(target) : name.equals(target.name())) {
                return target.label();
            }
        }
        throw new IllegalStateException("No statement to leave: " + name);
    }

    /** What {@code yield} does with its value. */
    Stmt.Yield yielded(Expr value, int line) {
        for (Target target : targets) {
            if (target.value() != null) {
                return new Stmt.Yield(target.label(), target.value(), value, line);
            }
        }
        throw new IllegalStateException("No switch expression around a yield in line " + line);
    }
}
