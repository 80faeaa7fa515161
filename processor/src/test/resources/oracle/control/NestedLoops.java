// Nested loops that await count each on their own.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 31. */
public final class NestedLoops {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            for (int j = await(world.later("a", i)); j < 3; j++) {
                int k = j;
                while (k-- > await(world.later("b", 0))) {
                    text.append(i).append(j).append(k).append(' ');
                }
            }
        }
        return done(text.toString());
    }
}
