package dev.fermata.simulation;

import dev.fermata.Task;
import dev.fermata.TaskScope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task scope of a run, and what was spawned in it. */
final class Scope {
    final TaskScope<RuntimeException> scope;
    final boolean supervising;
    final List<Node> children = new ArrayList<>();

    @Nullable Task<Void> closing;

    Scope(TaskScope<RuntimeException> scope, boolean supervising) {
        this.scope = scope;
        this.supervising = supervising;
    }

    boolean isClosed() {
        return closing != null && closing.isDone();
    }

    /** When it has closed, for the body that opened it. */
    void check(World world, boolean thrown) {
        for (Node child : children) {
            world.rule(child.task.isDone(), () -> child + " has outlived its scope");
            boolean failed = child.task.isFailed() && !child.task.isCancelled();
            world.rule(thrown || supervising || !failed, () -> child + " failed, and its scope did not");
        }
    }
}
