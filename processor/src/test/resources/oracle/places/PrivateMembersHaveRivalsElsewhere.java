// A private method and a private field stay out of a subclass in another file that has its own.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 49. */
public class PrivateMembersHaveRivalsElsewhere {
    private final int size = 1;

    @Async
    public Task<Object> body(World world) {
        var heir = new RivalHeir();
        var name = name(await(world.later("a", "x"))) + size;
        return done(name + heir.name(await(world.later("b", "y"))) + RivalHeir.size);
    }

    private String name(String of) {
        return "private " + of;
    }
}
