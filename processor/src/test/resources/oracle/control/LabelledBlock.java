// A labelled block that awaits is left by a break.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 32. */
public final class LabelledBlock {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        block: {
            text += await(world.later("a", "1"));
            if (await(world.later("b", true))) {
                break block;
            }
            text += "never";
        }
        outer: {
            inner: {
                for (int i = 0; i < 3; i++) {
                    text += await(world.later("c", i));
                    if (i == 1) {
                        break inner;
                    }
                    if (i == 2) {
                        break outer;
                    }
                }
                text += "never";
            }
            text += "inner";
        }
        label:
        if (await(world.later("d", true))) {
            if (await(world.later("e", 1)) == 1) break label;
            text += "never";
        }
        return done(text);
    }
}
