// Code between two tries is in neither.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class FailureBetweenRegions {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        try {
            await(world.pause("a"));
        } catch (RuntimeException e) {
            text += "first";
        }
        try {
            try {
                await(world.pause("b"));
            } catch (IllegalArgumentException e) {
                world.trace("never");
            }
            if (text.isEmpty()) {
                throw new IllegalArgumentException("between");
            }
            try {
                await(world.pause("c"));
            } catch (IllegalArgumentException e) {
                world.trace("never");
            }
        } catch (IllegalArgumentException e) {
            text += await(world.later("d", e.getMessage()));
        }
        return done(text);
    }
}
