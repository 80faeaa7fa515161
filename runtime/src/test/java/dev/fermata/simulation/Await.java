package dev.fermata.simulation;

import dev.fermata.Task;
import org.jspecify.annotations.Nullable;

/**
 * What a body awaits next.
 *
 * @param node what is known of the task, if anything is
 * @param inHandler whether the await stands in a {@code catch} or {@code finally} block, or closes a resource
 */
record Await(Task<?> task, @Nullable Node node, boolean inHandler) {
    static Await of(Node node, boolean inHandler) {
        return new Await(node.task, node, inHandler);
    }
}
