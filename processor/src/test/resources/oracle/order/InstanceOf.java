// An awaited value is tested for its type.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 19. */
public final class InstanceOf {
    @Async
    public Task<Object> body(World world) {
        Object any = 5;
        boolean a = await(world.later("a", any)) instanceof Integer;
        boolean b = await(world.later("b", any)) instanceof String || await(world.later("c", any)) instanceof Number;
        boolean c = await(world.later("d", (Object) null)) instanceof String;
        return done(a + " " + b + " " + c);
    }
}
