// A lambda captures a parameter and this across an await.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 26. */
public final class CapturedParameter {
    @Async
    public Task<Object> body(World world) {
        Supplier<String> lambda = await(make(world, "text", 7L));
        await(world.pause("c"));
        return done(lambda.get());
    }

    private String field = "field";

    @Async
    private Task<Supplier<String>> make(World world, String text, long number) {
        Supplier<String> lambda = () -> text + number + field;
        await(world.pause("a"));
        field += await(world.later("b", "!")) + lambda.get().length();
        return done(lambda);
    }
}
