// A pattern variable beside a text that holds the word throw is used after the operand that binds it.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 19. */
public final class PatternBesideTheWordThrow {
    @Async
    public Task<Object> body(World world) {
        Object o = await(world.later("a", "text"));
        boolean longer = await(world.later("b", true))
                && (o instanceof String s && isNot("throw it", s))
                && s.length() > await(world.later("c", 3));
        return done(longer);
    }

    private static boolean isNot(String one, String other) {
        return !one.equals(other);
    }
}
