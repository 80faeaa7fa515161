// Record patterns and guards that await stand in async lambdas, which stand in cases and guards themselves.
// since 21
package oracle.lambdas;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Function;
import java.util.function.Supplier;
import oracle.World;

public final class AsyncLambdaPatterns {
    private record Pair(Object left, Object right) {}

    @Async
    public Task<Object> body(World world) {
        Function<Object, Task<String>> show = value -> done(switch (value) {
            case Pair(String left, Integer right) when await(world.later("guard", right)) > 1 -> left + right;
            case Pair(var left, var right) -> {
                Supplier<Task<Object>> captured = () -> done(left + "" + await(world.later("right", right)));
                yield "pair " + await(captured.get());
            }
            case String s when s.length() > 1 -> {
                Supplier<Task<String>> captured = () -> done(await(world.later("s", s)) + s);
                yield await(captured.get());
            }
            default -> "" + await(world.later("default", value));
        });
        String all = "";
        for (Object value : new Object[] {new Pair("p", 2), new Pair("q", 1), "text", "t"}) {
            all += await(show.apply(value)) + " ";
        }
        return done(all);
    }
}
