// A switch expression yields awaited values out of loops, a try with a finally, and nested blocks.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class SwitchExpressionYields {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            final int turn = i;
            String value = switch (i) {
                case 0:
                    yield await(world.later("a", "zero"));
                case 1:
                    for (int k = 0; ; k++) {
                        if (k == 2) {
                            yield "one" + k + await(world.later("b", k));
                        }
                        await(world.pause("c"));
                    }
                case 2:
                    try {
                        yield text.append("yielded").length() + await(world.later("d", "two"));
                    } finally {
                        await(world.pause("e"));
                        text.append("finally");
                    }
                case 3: {
                    switch (turn) {
                        case 3:
                            break;
                        default:
                            yield "never";
                    }
                    while (true) {
                        await(world.pause("f"));
                        break;
                    }
                    yield "three";
                }
                default:
                    if (turn > 3) {
                        yield "four";
                    }
                    yield await(world.later("g", "none"));
            };
            text.append(value).append(';');
        }
        return done(text.toString());
    }
}
