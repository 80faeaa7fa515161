// Switches with awaits and pattern variables stand in async lambdas, which capture pattern variables too.
package oracle.lambdas;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Function;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 19, 36, 51. */
public final class AsyncLambdaSwitches {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        Function<Object, Task<String>> show = value -> {
            if (!(value instanceof String s)) {
                int twice = switch (value.hashCode()) {
                    case 1 -> await(world.later("one", 2));
                    case 2, 3 -> {
                        int more = await(world.later("more", 1));
                        yield more + value.hashCode();
                    }
                    default -> 0;
                };
                return done("number " + twice);
            }
            await(world.pause("string"));
            Supplier<Task<Integer>> length = () -> done(await(world.later("length", s.length())) + s.length());
            switch (s) {
                case "a":
                    text.append(await(length.get()));
                    break;
                case "b":
                    text.append(await(world.later("b", s)));
                    break;
                default:
                    text.append("default");
            }
            return done(s + text);
        };
        Object held = await(world.later("held", "held"));
        String all = "";
        if (held instanceof String h && await(world.later("and", true))) {
            Supplier<Task<String>> captured = () -> done(h + await(world.later("captured", h)));
            all += await(captured.get());
        }
        for (Object value : new Object[] {"a", "b", "c", 1, 2, 4}) {
            all += await(show.apply(value)) + " ";
        }
        return done(all);
    }
}
