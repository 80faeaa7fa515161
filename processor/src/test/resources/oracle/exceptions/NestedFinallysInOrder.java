// Nested finallys run from the inside out, also on a return from a loop.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 40; regenerator #173. */
public final class NestedFinallysInOrder {
    @Async
    public Task<Object> body(World world) {
        return done(await(find(world)) + await(world.later("end", "end")));
    }

    @Async
    private Task<String> find(World world) {
        for (int i = 0; ; i++) {
            try {
                world.trace("one");
                try {
                    world.trace("two");
                    try {
                        if (await(world.later("a", i)) == 1) {
                            return done("found");
                        }
                    } finally {
                        await(world.pause("f3"));
                    }
                } finally {
                    world.trace("f2");
                }
            } finally {
                await(world.pause("f1"));
            }
        }
    }
}
