// Switches in switches, statements and expressions, with awaits in each.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

@SuppressWarnings("fallthrough")
public final class NestedSwitches {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            switch (i / 3) {
                case 0 -> {
                    switch (i % 3) {
                        case 0:
                            await(world.pause("a"));
                            break;
                        case 1:
                            text.append(switch (await(world.later("b", i))) {
                                case 1 -> switch (text.length()) {
                                    case 0 -> "first";
                                    default -> await(world.later("c", "later"));
                                };
                                default -> throw new AssertionError();
                            });
                        default:
                            text.append("|");
                    }
                }
                case 1 -> text.append(switch (i) {
                    case 3 -> switch (i + 1) {
                        case 4 -> "four";
                        default -> "no";
                    };
                    case 4 -> {
                        String inner = switch (await(world.later("d", "k"))) {
                            case "k":
                                yield "kk";
                            default:
                                yield "?";
                        };
                        yield inner;
                    }
                    default -> await(world.later("e", "five"));
                });
                default -> {
                    if (i == 7) {
                        break;
                    }
                    await(world.pause("f"));
                }
            }
            text.append(';');
        }
        return done(text.toString());
    }
}
