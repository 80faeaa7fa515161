// Casts of awaited values convert and check.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 19. */
public final class Casts {
    @Async
    public Task<Object> body(World world) {
        byte narrowed = (byte) (int) await(world.later("a", 300));
        long widened = (long) await(world.later("b", 5));
        Object any = await(world.later("c", "text"));
        String text = (String) await(world.later("d", any));
        try {
            text += (Integer) await(world.later("e", any));
        } catch (ClassCastException expected) {
            world.caught(expected);
        }
        char c = (char) (await(world.later("f", 'a')) + 1);
        return done(narrowed + " " + widened + " " + text + " " + c + (int) 2.9 * await(world.later("g", 2)));
    }
}
