package dev.fermata.processor.read;

import dev.fermata.processor.ir.Label;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** The statements of the IR that break and continue can leave from the current place, the innermost first. */
final class Exits {
    /** @param name the user's label */
    private record Target(Label label, @Nullable Name name, boolean loop) {}

    private final Deque<Target> targets = new ArrayDeque<>();

    /** Enters a loop. */
    Label loop(@Nullable Name name, String keyword) {
        Label label = new Label(name == null ? keyword : name.toString());
        targets.push(new Target(label, name, true));
        return label;
    }

    /** Enters a labelled statement that is no loop. */
    Label labeled(Name name) {
        Label label = new Label(name.toString());
        targets.push(new Target(label, name, false));
        return label;
    }

    void leave() {
        targets.pop();
    }

    /** The target of a break or continue. */
    Label target(@Nullable Name name) {
        for (Target target : targets) {
            if (name == null ? target.loop() : name.equals(target.name())) {
                return target.label();
            }
        }
        throw new IllegalStateException("No statement to leave: " + name);
    }
}
