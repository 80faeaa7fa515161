// A var takes the type of what is awaited.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.List;
import oracle.World;

/** semantics.md 25. */
public final class VarFromAwait {
    @Async
    public Task<Object> body(World world) {
        var text = await(world.later("a", "text"));
        var list = await(world.later("b", List.of(1, 2, 3)));
        var wild = await(world.later("c", (List<? extends Number>) list));
        var array = await(world.later("d", new int[] {4, 5}));
        var sum = 0L;
        for (var element : list) {
            sum += element * await(world.later("e", 2L));
        }
        for (var element : array) {
            sum += element;
        }
        return done(text.length() + sum + wild.get(0).intValue());
    }
}
