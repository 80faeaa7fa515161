// Methods whose names have no letter that a constant could be named after.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 52. */
public final class MethodsWithoutLetters {
    @Async
    public Task<Object> body(World world) {
        int $ = await($(world)) + await(__(world));
        return done($ + await(変数(world)) + await($(world)));
    }

    @Async
    private Task<Integer> $(World world) {
        return done(await(world.later("dollar", 1)));
    }

    @Async
    private Task<Integer> __(World world) {
        return done(await(world.later("underscores", 2)) + await($(world)));
    }

    @Async
    private Task<Integer> 変数(World world) {
        return done(await(world.later("letters", 3)));
    }
}
