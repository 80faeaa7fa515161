// Lambdas in a body capture locals, parameters and this.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import oracle.World;

/** semantics.md 50. */
public final class LambdasCaptureEverything {
    @Async
    public Task<Object> body(World world) {
        return done(await(run(world, 3, "p")));
    }

    private int field = 10;

    @Async
    private Task<String> run(World world, int n, String text) {
        int local = await(world.later("a", 5));
        Supplier<String> all = () -> text + n + local + field + this.field + helper(n);
        field++;
        await(world.pause("b"));
        IntFunction<Supplier<Integer>> nested = x -> () -> x + n + local + field;
        BiFunction<Integer, Integer, Integer> block = (x, y) -> {
            int sum = 0;
            for (int i = x; i < y; i++) {
                if (i == n) {
                    continue;
                }
                sum += i * local;
            }
            return sum;
        };
        await(world.pause("c"));
        UnaryOperator<String> reference = this::shout;
        Supplier<int[]> array = new int[] {n, local}::clone;
        await(world.pause("d"));
        return done(all.get() + nested.apply(await(world.later("e", 1))).get() + block.apply(1, 5) + reference.apply("r") + array.get()[1]);
    }

    private String shout(String s) {
        return s + "!" + field;
    }

    private int helper(int n) {
        return n * field;
    }
}
