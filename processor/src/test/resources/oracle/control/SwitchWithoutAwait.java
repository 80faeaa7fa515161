// An await-free switch leaves to the flattened loop around it.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

@SuppressWarnings("fallthrough")
public final class SwitchWithoutAwait {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        loop:
        for (int i = 0; i < 6; i++) {
            await(world.pause("a"));
            switch (i) {
                case 0:
                    text.append("zero");
                    continue;
                case 1:
                    text.append("one");
                case 2:
                    text.append("two");
                    break;
                case 4:
                    break loop;
                default:
                    text.append("more");
            }
            String arrow = switch (i) {
                case 1 -> "1";
                case 2 -> {
                    int n = i * 2;
                    yield "2" + n;
                }
                default -> "d";
            };
            text.append(arrow).append(await(world.later("b", ";")));
        }
        return done(text.toString());
    }
}
