// An async lambda captures parameters, locals of the method and of lambdas around it, and this.
package oracle.lambdas;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Function;
import java.util.function.Supplier;
import oracle.Work;
import oracle.World;

/** semantics.md 51. */
public final class AsyncLambdaCapturesEverything {
    private int field = 10;

    @Async
    public Task<Object> body(World world) {
        return done(await(run(world, 3, "p")));
    }

    @Async
    private Task<String> run(World world, int n, String text) {
        final int constant = 7;
        int local = await(world.later("local", 5));
        Work<String, RuntimeException> all = () -> {
            field += await(world.later("a", 1));
            String read = text + n + local + field + this.field + constant;
            await(world.pause("b"));
            return done(read + helper(await(world.later("c", n))) + await(shout("s" + local)));
        };
        String first = await(all.call());
        await(world.pause("between"));
        String second = await(all.call());
        Function<Integer, Supplier<Task<Integer>>> nested = x -> () -> done(await(world.later("x", x)) + x * local + field);
        Supplier<Task<Integer>> nestedAsync = () -> {
            int mine = await(world.later("mine", 2));
            Function<Integer, Task<Integer>> inner = y -> {
                int sum = mine + y + local;
                return done(sum + await(world.later("inner", 1)) + field);
            };
            return inner.apply(await(world.later("y", 30)));
        };
        return done(first + second + await(nested.apply(4).get()) + await(nestedAsync.get()));
    }

    @Async
    private Task<String> shout(String s) {
        await(world());
        return done(s + "!" + field);
    }

    private static Task<Void> world() {
        return done();
    }

    private int helper(int n) {
        return n * field;
    }
}
