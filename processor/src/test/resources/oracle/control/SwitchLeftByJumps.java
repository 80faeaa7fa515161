// Awaiting switches are left by break, continue of a loop around, labelled jumps and returns through finally.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class SwitchLeftByJumps {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        outer:
        for (int i = 0; i < 6; i++) {
            try {
                for (int k = 0; k < 3; k++) {
                    chosen:
                    switch (i) {
                        case 0 -> {
                            await(world.pause("a"));
                            if (k == 1) {
                                continue;
                            }
                        }
                        case 1 -> {
                            await(world.pause("b"));
                            continue outer;
                        }
                        case 2 -> {
                            for (; ; ) {
                                await(world.pause("c"));
                                break chosen;
                            }
                        }
                        case 3 -> {
                            break outer;
                        }
                        default -> await(world.pause("d"));
                    }
                    text.append(i).append(k);
                }
            } finally {
                await(world.pause("f"));
                text.append(';');
            }
        }
        switch (text.length()) {
            case 0:
                return done("empty");
            default:
                switch (await(world.later("g", 2))) {
                    case 2:
                        try {
                            return done(text.append(await(world.later("h", "end"))).toString());
                        } finally {
                            await(world.pause("i"));
                        }
                    default:
                }
        }
        return done("not reached");
    }
}
