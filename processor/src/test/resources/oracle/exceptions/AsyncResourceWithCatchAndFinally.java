// A resource is closed before the catch and the finally of its try.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 45. */
public final class AsyncResourceWithCatchAndFinally {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        try (World.Resource a = world.open("a")) {
            await(world.pause("body"));
            text += a.name;
            throw new IllegalArgumentException("body");
        } catch (IllegalArgumentException e) {
            world.caught(e);
            text += await(world.later("catch", "c"));
        } finally {
            text += await(world.later("finally", "f"));
        }
        return done(text);
    }
}
