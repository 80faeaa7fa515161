// Names with a dollar or letters beyond ASCII are names like others.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 52. */
public final class UnicodeAndDollarNames {
    @Async
    public Task<Object> body(World world) {
        int $ = await(world.later("a", 1));
        int größe$1 = await(world.later("b", 2));
        int _x = await(world.later("c", 3));
        int \u00e4 = await(world.later("d", 4));
        await(world.pause("e"));
        return done($ + größe$1 + _x + ä + "ß\u20ac\t\"" + this$0());
    }

    private String this$0() {
        return "this$0";
    }
}
