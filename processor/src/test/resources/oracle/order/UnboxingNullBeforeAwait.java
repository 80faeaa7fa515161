// Unboxing null to the left of an await fails where Java fails.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class UnboxingNullBeforeAwait {
    @Async
    public Task<Object> body(World world) {
        await(world.pause("start"));
        Integer none = world.see("none", (Integer) null);
        try {
            return done(none + await(world.later("a", 1)));
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        try {
            return done(take(none, await(world.later("b", 1))));
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        return done("end");
    }

    private static int take(int a, int b) {
        return a + b;
    }
}
