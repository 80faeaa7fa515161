// A lambda made before an await sees its effectively final locals after it.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 26; scala-async #40: nulled while captured. */
public final class CapturedAcrossAwait {
    @Async
    public Task<Object> body(World world) {
        String name = await(world.later("a", "name"));
        int number = 5;
        Supplier<String> lambda = () -> name + number;
        await(world.pause("b"));
        String first = lambda.get();
        await(world.pause("c"));
        return done(first + lambda.get());
    }
}
