// A null selector fails before any case, after the selector is evaluated.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class SwitchOverNull {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        String none = await(world.later("a", (String) null));
        try {
            switch (none) {
                case "x" -> await(world.pause("b"));
                default -> await(world.pause("c"));
            }
        } catch (NullPointerException e) {
            text.append("string");
        }
        Integer box = null;
        try {
            text.append(
                    switch (box) {
                        case 1 -> await(world.later("d", 1));
                        default -> await(world.later("e", 2));
                    });
        } catch (NullPointerException e) {
            text.append("box");
        }
        try {
            switch (await(world.later("f", (Thread.State) null))) {
                case NEW:
                    await(world.pause("g"));
                    break;
                default:
                    await(world.pause("h"));
            }
        } catch (NullPointerException e) {
            text.append("enum");
        }
        return done(text.toString());
    }
}
