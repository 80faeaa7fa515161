// A method reference to an awaited object binds it once.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Supplier;
import oracle.Box;
import oracle.World;

/** semantics.md 18. */
public final class MethodReferenceBindsReceiver {
    @Async
    public Task<Object> body(World world) {
        Supplier<String> length = await(world.later("a", "text"))::toUpperCase;
        Box box = new Box(world, "box", 3);
        Supplier<Integer> get = await(world.later("b", box))::get;
        box = new Box(world, "other", 4);
        return done(length.get() + get.get() + get.get() + box);
    }
}
