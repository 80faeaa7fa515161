// An effectively final variable, a parameter and a field can be resources.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 45. */
public final class ResourceVariable {
    @Async
    public Task<Object> body(World world) {
        World.Resource outside = world.open("outside");
        Holder holder = new Holder(world.open("field"));
        try (outside;
                holder.resource) {
            await(world.pause("body"));
        }
        return done(outside.name + await(use(world, world.openPlain("parameter"))));
    }

    private static final class Holder {
        private final World.Resource resource;

        private Holder(World.Resource resource) {
            this.resource = resource;
        }
    }

    @Async
    private static Task<String> use(World world, World.Plain plain) {
        try (plain) {
            return done(plain.name + await(world.later("use", 1)));
        }
    }
}
