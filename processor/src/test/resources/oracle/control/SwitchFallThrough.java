// Cases of a switch that await fall through, from a default in the middle too.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

@SuppressWarnings("fallthrough")
public final class SwitchFallThrough {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            switch (await(world.later("s" + i, i))) {
                case 0:
                    text.append("zero").append(await(world.later("a", 1)));
                case 1:
                case 2:
                    text.append("two");
                    break;
                default:
                    text.append("more").append(await(world.later("b", 2)));
                case 3:
                    text.append("three").append(await(world.later("c", 3)));
                    if (i == 5) {
                        break;
                    }
                    text.append("on");
                case 4:
                    await(world.pause("d"));
                    text.append("four");
            }
            text.append(';');
        }
        return done(text.toString());
    }
}
