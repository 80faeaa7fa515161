// Literals and constants around awaits are what they are.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 6. */
public final class LiteralsAndConstants {
    @Async
    public Task<Object> body(World world) {
        final int local = 4;
        String text = "a" + 1 + CONSTANT + await(world.later("x", 'x')) + local + 2L + null + 'c' + 1.5f + await(world.later("y", 2.5)) + Integer.MAX_VALUE + true;
        return done(text);
    }

    private static final String CONSTANT = "const";
}
