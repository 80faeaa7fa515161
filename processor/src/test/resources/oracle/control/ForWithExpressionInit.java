// A for loop may begin with expressions and have no update.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 31. */
public final class ForWithExpressionInit {
    @Async
    public Task<Object> body(World world) {
        int i, j;
        for (i = await(world.later("a", 0)), j = await(world.later("b", 5)), world.trace("init"); i < j; ) {
            i += await(world.later("c", 2));
            j--;
        }
        for (; i < 10; ) {
            i += await(world.later("d", 3));
        }
        for (; ; i++) {
            if (await(world.later("e", i)) > 12) {
                break;
            }
        }
        return done(i + " " + j);
    }
}
