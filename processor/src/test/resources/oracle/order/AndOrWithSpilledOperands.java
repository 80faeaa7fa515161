// What is to the left of a short circuit with an await keeps its value.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 5, 14. */
public final class AndOrWithSpilledOperands {
    @Async
    public Task<Object> body(World world) {
        int x = 1;
        String text = x + ":" + (x > 0 && (x = await(world.later("a", 5))) > 3) + ":" + x + ":" + (x < 0 || await(world.later("b", false))) + ":" + x;
        return done(text);
    }
}
