// A local that only one path needs is still there on that path.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 28. */
public final class ValueAliveOnlyOnOnePath {
    @Async
    public Task<Object> body(World world) {
        int x = world.see("x", 1);
        String y = world.see("y", "y");
        if (await(world.later("a", true))) {
            await(world.pause("b"));
            world.log(x);
        } else {
            await(world.pause("c"));
            world.log(y);
        }
        await(world.pause("d"));
        int z = 5;
        if (await(world.later("e", false))) {
            world.log(z);
        }
        await(world.pause("f"));
        return done(y);
    }
}
