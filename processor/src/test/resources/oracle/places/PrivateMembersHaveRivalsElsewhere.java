// A private method and a private field stay out of a subclass in another file that has its own.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 49. */
public final class PrivateMembersHaveRivalsElsewhere {
    @Async
    public Task<Object> body(World world) {
        return done(await(new RivalBase().names(world, new RivalHeir())));
    }
}
