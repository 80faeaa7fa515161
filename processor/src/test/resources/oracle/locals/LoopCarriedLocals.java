// Locals that a loop carries around are kept over each await.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 28; regenerator #220. */
public final class LoopCarriedLocals {
    @Async
    public Task<Object> body(World world) {
        int a = 0;
        int b = 1;
        String text = "";
        for (int i = 0; i < 8; i++) {
            int next = a + b;
            if (i % 3 == 0) {
                await(world.pause("p"));
            }
            a = b;
            b = next;
            text += a + ",";
            if (i % 2 == 0) {
                b += await(world.later("q", 1)) - 1;
            }
        }
        return done(text + b);
    }
}
