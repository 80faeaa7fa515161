// The expression of an async lambda is a switch with awaits in its cases.
package oracle.lambdas;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.IntFunction;
import oracle.World;

/** semantics.md 36, 51. */
public final class AsyncLambdaIsASwitch {
    @Async
    public Task<Object> body(World world) {
        IntFunction<Task<String>> show = n -> done(switch (n) {
            case 1 -> "one" + await(world.later("one", n));
            case 2 -> {
                String two = await(world.later("two", "2"));
                yield two + two;
            }
            default -> "many";
        });
        return done(await(show.apply(1)) + await(show.apply(2)) + await(show.apply(3)));
    }
}
