// Of nested finallys that each await and override, the last wins.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 42. */
@SuppressWarnings("finally")
public final class NestedFinallysOverride {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (int mode = 0; mode < 4; mode++) {
            try {
                text.append(await(nested(world, mode))).append(' ');
            } catch (RuntimeException e) {
                world.caught(e);
            }
        }
        return done(text.toString());
    }

    @Async
    private static Task<String> nested(World world, int mode) {
        try {
            try {
                try {
                    await(world.pause("body"));
                    return done("body");
                } finally {
                    await(world.pause("inner"));
                    if (mode >= 1) {
                        throw new IllegalArgumentException("inner");
                    }
                }
            } finally {
                await(world.pause("middle"));
                if (mode >= 2) {
                    return done("middle");
                }
            }
        } finally {
            await(world.pause("outer"));
            if (mode >= 3) {
                throw new IllegalStateException("outer");
            }
        }
    }
}
