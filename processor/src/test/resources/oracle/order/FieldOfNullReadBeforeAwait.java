// Reading a field of null fails before the await to its right.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Box;
import oracle.World;

public final class FieldOfNullReadBeforeAwait {
    @Async
    public Task<Object> body(World world) {
        await(world.pause("start"));
        Box none = world.see("none", (Box) null);
        try {
            return done(none.value + await(world.later("never", 1)));
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        try {
            return done(await(world.later("a", none)).value + await(world.later("never", 1)));
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        return done("end");
    }
}
