// Awaited varargs are gathered as Java gathers them.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 20. */
public final class Varargs {
    @Async
    public Task<Object> body(World world) {
        String text = count("a", await(world.later("a", 1)), world.see("b", 2)) + count(await(world.later("c", "b"))) + count(await(world.later("d", "c")), (Object[]) await(world.later("e", new Integer[] {1, 2})));
        text += count("d", (Object) await(world.later("f", new Integer[] {1, 2}))) + count("e", await(world.later("g", (Object) null)));
        return done(text);
    }

    private static String count(String name, Object... rest) {
        return name + rest.length + ";";
    }
}
