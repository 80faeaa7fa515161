// The method that a lambda chooses is the same, whatever its body became.
package oracle.lambdas;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 20, 51. */
@SuppressWarnings("overloads")
public final class AsyncLambdaChoosesOverload {
    @Async
    public Task<Object> body(World world) {
        String all = await(pick((x, y) -> {
            await(world.pause("block"));
            return done(x + y);
        }));
        all += await(pick(() -> world.see("choose", true) ? done("s" + await(world.later("first", 1))) : done("never")));
        all += await(pick(() -> {
            await(world.pause("supplier"));
            return done("block");
        }));
        all += await(this.<String, Integer>generic("g", (var s) -> done(s.length() + await(world.later("explicit", 2)))));
        all += await(generic(4, n -> done(n * await(world.later("implicit", 3)))));
        return done(all);
    }

    private Task<String> pick(BiFunction<String, String, Task<String>> function) {
        return function.apply("function", "");
    }

    private Task<String> pick(BiConsumer<String, String> consumer) {
        return done("consumer");
    }

    private Task<String> pick(Supplier<Task<String>> supplier) {
        return supplier.get();
    }

    private Task<String> pick(Runnable runnable) {
        return done("runnable");
    }

    private <T, R> Task<R> generic(T value, Function<? super T, ? extends Task<R>> function) {
        return function.apply(value);
    }
}
