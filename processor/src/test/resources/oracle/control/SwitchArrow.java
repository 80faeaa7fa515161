// Rules of a switch await, or stay as they are: expressions, blocks and throws.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class SwitchArrow {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        try {
            for (int i = 0; i < 6; i++) {
                switch (i) {
                    case 0 -> await(world.pause("a"));
                    case 1, 2 -> {
                        // a comment in a rule
                        int twice = i * 2;
                        text.append(await(world.later("b", twice)));
                    }
                    case 3 -> text.append("three");
                    case 4 -> {
                        if (text.length() > 100) {
                            break;
                        }
                        text.append("four");
                    }
                    default -> throw new IllegalStateException("no " + i + await(world.later("c", "!")));
                }
                text.append(';');
            }
        } catch (IllegalStateException e) {
            text.append(e.getMessage());
        }
        return done(text.toString());
    }
}
