// An await of null fails where it stands.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 48. */
public final class NullTask {
    @Async
    public Task<Object> body(World world) {
        Task<Integer> none = null;
        try {
            await(world.pause("a"));
            return done(world.see("b", 1) + await(none) + world.see("never", 2));
        } catch (NullPointerException expected) {
            world.caught(expected);
            await(world.pause("c"));
        }
        return done("end");
    }
}
