// A local declared in a case is used in a later one, over awaits.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

@SuppressWarnings("fallthrough")
public final class LocalsAcrossCases {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            switch (i) {
                case 0:
                    int number = await(world.later("a", 5));
                    String same = "first";
                    text.append(number).append(same);
                case 1:
                    number = i + 10;
                    await(world.pause("b"));
                    text.append(number);
                    break;
                case 2: {
                    String inner = await(world.later("c", "block"));
                    text.append(inner);
                }
                default:
                    same = "last" + await(world.later("d", i));
                    Runnable run = () -> text.append("run");
                    run.run();
                    text.append(same);
            }
        }
        return done(text.toString());
    }
}
