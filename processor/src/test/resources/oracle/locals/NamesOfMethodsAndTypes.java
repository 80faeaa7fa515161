// A local may be named like a method, a type or a state.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 23. */
public final class NamesOfMethodsAndTypes {
    @Async
    public Task<Object> body(World world) {
        int String = await(world.later("a", 1));
        int body = await(world.later("b", 2));
        int done = await(world.later("c", 3));
        int await = await(world.later("d", 4));
        int START = await(world.later("e", 5));
        int END = await(world.later("f", 6));
        int Task = await(world.later("g", 7));
        await(world.pause("h"));
        return done(String + body * 10 + done * 100 + await * 1000 + START + END + Task);
    }
}
