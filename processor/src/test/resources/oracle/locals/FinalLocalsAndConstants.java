// A final local that is a constant is one in every expression, also after an await.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 6, 24. */
public final class FinalLocalsAndConstants {
    @Async
    public Task<Object> body(World world) {
        final int constant = 3;
        final String text = "c";
        await(world.pause("a"));
        byte narrow = constant;
        String joined = text + constant;
        await(world.pause("b"));
        return done(narrow + joined + (joined == "c3") + (text + constant == "c3"));
    }
}
