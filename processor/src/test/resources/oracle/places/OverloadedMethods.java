// Overloads of an @Async method are compiled each on its own.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 49. */
public final class OverloadedMethods {
    @Async
    public Task<Object> body(World world) {
        return done(await(load(world)) + await(load(world, 1)) + await(load(world, "s")) + await(load(world, 1, 2)) + await(load(world, 5L)));
    }

    @Async
    private Task<String> load(World world) {
        return done("none" + await(world.later("a", 0)));
    }

    @Async
    private Task<String> load(World world, int n) {
        return done("int" + await(world.later("b", n)));
    }

    @Async
    private static Task<String> load(World world, String s) {
        return done("String" + await(world.later("c", s)));
    }

    @Async
    private Task<String> load(World world, Object... all) {
        return done("varargs" + await(world.later("d", all.length)));
    }

    private Task<String> load(World world, long n) {
        return world.later("e", "plain" + n);
    }
}
