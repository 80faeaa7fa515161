// A catch parameter may be reassigned and hidden after its block.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 44. */
public final class ReassignedCatchParameter {
    @Async
    public Task<Object> body(World world) {
        String e = "outer";
        try {
            await(world.pause("a"));
            throw new IllegalArgumentException("first");
        } catch (RuntimeException failure) {
            RuntimeException old = failure;
            failure = new IllegalStateException(await(world.later("b", "second")), old);
            await(world.pause("c"));
            world.caught(failure);
        }
        try {
            throw new IllegalArgumentException("third");
        } catch (RuntimeException failure) {
            world.caught(failure);
            await(world.pause("d"));
            e += failure.getMessage();
        }
        return done(e);
    }
}
