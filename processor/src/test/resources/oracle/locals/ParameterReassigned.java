// A parameter that is reassigned before, within and after an await has its last value.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 27. */
public final class ParameterReassigned {
    @Async
    public Task<Object> body(World world) {
        return done(await(sum(world, 1, "s")) + await(sum(world, 100, "t")));
    }

    @Async
    private Task<String> sum(World world, int n, String text) {
        n += 1;
        await(world.pause("a"));
        n = n + await(world.later("b", n = 10)) + n;
        text += n;
        await(world.pause("c"));
        n++;
        text = text + await(world.later("d", text));
        return done(text + n);
    }
}
