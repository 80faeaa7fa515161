// A switch expression has its target type, or the promoted type of its results.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import oracle.World;

public final class PolySwitchExpression {
    private static String show(CharSequence text) {
        return "sequence " + text;
    }

    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            Object promoted = switch (i) {
                case 0 -> 1;
                case 1 -> await(world.later("a", 2L));
                default -> 3.5f;
            };
            double wide = switch (i) {
                case 0 -> 'x';
                case 1 -> await(world.later("b", 2));
                default -> 3L;
            };
            var standalone = switch (i) {
                case 0 -> 'x';
                case 1 -> await(world.later("c", (short) 2));
                default -> 3;
            };
            List<? extends Number> list = switch (i) {
                case 0 -> List.of();
                case 1 -> List.of(await(world.later("d", 1)));
                default -> new ArrayList<>();
            };
            Supplier<String> supplier = switch (i) {
                case 0 -> () -> "lambda";
                case 1 -> {
                    String awaited = await(world.later("e", "captured"));
                    yield () -> awaited;
                }
                default -> "reference"::trim;
            };
            long shifted = 1L << switch (i) {
                case 0 -> (byte) 1;
                default -> await(world.later("f", (byte) 2));
            };
            text.append(promoted).append(wide).append(standalone).append(list).append(supplier.get()).append(shifted);
            text.append(show(switch (i) {
                case 0 -> null;
                default -> await(world.later("g", "text"));
            }));
        }
        return done(text.toString());
    }
}
