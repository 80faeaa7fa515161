// What a selector, a case or a yield throws goes to the handler around, and finally runs once.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class SwitchInTry {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            try {
                int value = switch (await(world.later("a" + i, i))) {
                    case 0 -> await(world.later("b", 1));
                    case 1 -> {
                        try {
                            throw new IllegalArgumentException("one");
                        } catch (IllegalArgumentException e) {
                            yield e.getMessage().length() + await(world.later("c", 1));
                        } finally {
                            text.append(await(world.later("d", "f")));
                        }
                    }
                    case 2 -> throw new IllegalStateException(await(world.later("e", "two")));
                    default -> {
                        try {
                            yield await(world.later("g", 9));
                        } finally {
                            if (text.length() > 3) {
                                throw new IllegalStateException("instead");
                            }
                        }
                    }
                };
                text.append(value);
            } catch (IllegalStateException e) {
                text.append(e.getMessage()).append(await(world.later("h", "!")));
            } finally {
                await(world.pause("i"));
                text.append(';');
            }
        }
        return done(text.toString());
    }
}
