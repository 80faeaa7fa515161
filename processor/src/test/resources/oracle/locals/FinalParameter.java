// A final parameter and an effectively final one are captured from after an await.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 26. */
public final class FinalParameter {
    @Async
    public Task<Object> body(World world) {
        return done(await(capture(world, 5, "x")).get());
    }

    @Async
    private static Task<Supplier<String>> capture(final World world, final int n, String text) {
        await(world.pause("a"));
        Supplier<String> supplier = () -> text + n;
        await(world.pause("b"));
        String length = await(world.later("c", supplier.get()));
        return done(() -> length + n);
    }
}
