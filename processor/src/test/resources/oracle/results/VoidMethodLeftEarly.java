// A method that returns nothing may be left by any return, with blocks around it that await.
package oracle.results;

import static dev.fermata.Fermata.await;

import dev.fermata.Async;
import java.io.IOException;
import oracle.World;

public final class VoidMethodLeftEarly {
    @Async
    public void body(World world) throws IOException {
        try (var resource = world.open("r")) {
            outer:
            while (true) {
                for (int i = 0; i < 3; i++) {
                    try {
                        switch (await(world.risky("s" + i, resource == null ? 0 : i))) {
                            case 0 -> {
                                continue;
                            }
                            case 1 -> {
                                if (!await(world.later("stay", true))) {
                                    break outer;
                                }
                            }
                            default -> {
                                return;
                            }
                        }
                    } finally {
                        world.trace("left " + i);
                        if (await(world.later("last" + i, false))) {
                            throw new IOException("never");
                        }
                    }
                }
            }
        } catch (IOException failure) {
            world.caught(failure);
            await(world.pause("after " + failure.getMessage()));
            throw failure;
        }
        world.trace("not reached");
    }
}
