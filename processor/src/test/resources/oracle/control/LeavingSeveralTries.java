// A labelled break and continue run every finally on their way.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 32; regenerator #173. */
public final class LeavingSeveralTries {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        outer:
        for (int i = 0; i < 4; i++) {
            try {
                world.trace("try1");
                for (int j = 0; j < 3; j++) {
                    try {
                        try {
                            await(world.pause("body"));
                            if (i == 0) {
                                continue outer;
                            }
                            if (i == 1 && j == 1) {
                                continue;
                            }
                            if (i == 2) {
                                break outer;
                            }
                            text.append(i).append(j).append(' ');
                        } finally {
                            text.append("a");
                            await(world.pause("finally1"));
                        }
                    } finally {
                        text.append("b");
                        world.trace("finally2");
                    }
                }
            } finally {
                text.append(await(world.later("finally3", "c")));
            }
        }
        return done(text.toString());
    }
}
