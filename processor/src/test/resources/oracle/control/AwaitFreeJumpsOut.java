// Await-free code leaves to flattened loops and blocks around it.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 32: break, continue and return from a statement that holds no await. */
public final class AwaitFreeJumpsOut {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        outer:
        for (int i = 0; i < 5; i++) {
            text.append(await(world.later("a", i)));
            for (int j = 0; j < 5; j++) {
                if (i == 1 && j == 1) {
                    continue outer;
                }
                if (i == 3 && j == 2) {
                    break outer;
                }
                if (j > i) {
                    break;
                }
                text.append('.');
            }
            while (true) {
                if (i == 2) {
                    continue outer;
                }
                break;
            }
            text.append(await(world.later("b", "|")));
        }
        text.append(await(find(world, 2))).append(await(find(world, 7)));
        return done(text.toString());
    }

    @Async
    private static Task<String> find(World world, int wanted) {
        for (int round = 0; round < 3; round++) {
            await(world.pause("round"));
            for (int i = 0; i < 3; i++) {
                if (i + round == wanted) {
                    return done("found " + round + i);
                }
            }
            try {
                if (round == 2) {
                    return world.later("task", "none");
                }
            } finally {
                world.trace("finally");
            }
        }
        throw new AssertionError();
    }
}
