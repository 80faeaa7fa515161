// A return takes its value before the finally that changes it.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 41. */
public final class ReturnValueIsTakenBeforeFinally {
    @Async
    public Task<Object> body(World world) {
        return done(await(value(world)) + await(array(world))[0] + await(direct(world)));
    }

    @Async
    private Task<Integer> value(World world) {
        int x = await(world.later("a", 1));
        try {
            return done(x);
        } finally {
            x = await(world.later("b", 100));
            world.log(x);
        }
    }

    @Async
    private Task<int[]> array(World world) {
        int[] x = {10};
        try {
            return done(x);
        } finally {
            x[0] = await(world.later("c", 20));
            x = null;
        }
    }

    @Async
    private Task<Integer> direct(World world) {
        int x = 1000;
        try {
            x++;
            return done(x++ + await(world.later("d", 0)));
        } finally {
            world.log(x);
            await(world.pause("e"));
        }
    }
}
