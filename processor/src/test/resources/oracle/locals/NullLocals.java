// A local that is null stays null over an await, and may get a value later.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.List;
import oracle.World;

/** semantics.md 29. */
public final class NullLocals {
    @Async
    public Task<Object> body(World world) {
        String none = null;
        List<String> list = null;
        int[] array = null;
        await(world.pause("a"));
        String text = none + list + array;
        none = await(world.later("b", "some"));
        list = List.of(none);
        await(world.pause("c"));
        return done(text + none + list + (array == null));
    }
}
