// The name of one method is that of another with a dollar behind it, and each keeps its own classes.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 49. */
public final class NameBeginsWithAnother {
    @Async
    public Task<Object> body(World world) {
        return done(await(body$1(world)) + await(world.later("a", "a")));
    }

    @Async
    private Task<String> body$1(World world) {
        var b = await(world.later("b", "b"));
        Supplier<String> anonymous = new Supplier<>() {
            @Override
            public String get() {
                return b + "!";
            }
        };
        return done(anonymous.get());
    }
}
