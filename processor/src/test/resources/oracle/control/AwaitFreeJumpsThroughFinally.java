// Await-free code leaves through finally blocks that await.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 32, 40; regenerator #173. */
public final class AwaitFreeJumpsThroughFinally {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        outer:
        for (int i = 0; i < 4; i++) {
            try {
                for (int j = 0; j < 3; j++) {
                    if (i == 0 && j == 1) {
                        continue outer;
                    }
                    if (i == 2 && j == 2) {
                        break outer;
                    }
                    text.append(i).append(j).append(' ');
                }
                await(world.pause("body"));
            } finally {
                text.append(await(world.later("finally", "f"))).append(' ');
            }
        }
        return done(text.append(await(first(world, new int[] {4, 6, 7}))).toString());
    }

    @Async
    private static Task<Integer> first(World world, int[] all) {
        try {
            await(world.pause("start"));
            for (int one : all) {
                if (one % 2 == 1) {
                    return done(one);
                }
            }
            return done(-1);
        } finally {
            await(world.pause("finally"));
        }
    }
}
