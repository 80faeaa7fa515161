// A local incremented around an await is read at its place.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 5. */
public final class LocalIncrementedBeforeAwait {
    @Async
    public Task<Object> body(World world) {
        int x = 1;
        String text = x++ + "," + await(world.later("a", "a")) + "," + ++x + "," + await(world.later("b", "b")) + "," + x-- + "," + x;
        return done(text);
    }
}
