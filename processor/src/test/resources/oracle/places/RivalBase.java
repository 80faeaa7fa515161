package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** Has a private method and a private field. */
class RivalBase {
    private final int size = 1;

    @Async
    Task<String> names(World world, RivalHeir heir) {
        var name = name(await(world.later("a", "x"))) + size;
        return done(name + heir.name(await(world.later("b", "y"))) + RivalHeir.size);
    }

    private String name(String of) {
        return "private " + of;
    }
}
