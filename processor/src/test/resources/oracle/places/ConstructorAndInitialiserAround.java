// A body makes objects whose constructors and initialisers leave a trace.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class ConstructorAndInitialiserAround {
    @Async
    public Task<Object> body(World world) {
        Parts parts = new Parts(world, await(world.later("a", "x")));
        await(world.pause("b"));
        return done(parts.text + new Parts(world, await(world.later("c", "y"))).text);
    }

    private static final class Parts {
        private String text = "f";

        {
            text += "i";
        }

        private Parts(World world, String name) {
            world.trace("constructor " + name);
            text += name;
        }
    }
}
