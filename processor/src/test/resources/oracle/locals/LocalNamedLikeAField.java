// A local that hides a field, and the field by its qualified name, are two things.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 23. */
public final class LocalNamedLikeAField {
    @Async
    public Task<Object> body(World world) {
        int before = value;
        int value = await(world.later("a", 1));
        this.value += await(world.later("b", 10));
        await(world.pause("c"));
        value += this.value;
        return done(before + " " + value + " " + this.value + " " + field());
    }

    private int value = 100;

    private int field() {
        return value;
    }
}
