// A lambda as an argument beside an await captures what it names.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.IntUnaryOperator;
import oracle.World;

public final class LambdaBesideAwait {
    @Async
    public Task<Object> body(World world) {
        int factor = 3;
        int result = apply(x -> x * factor, await(world.later("a", 5)), y -> y + this.offset);
        offset = 100;
        return done(result + apply(x -> x - factor, await(world.later("b", 5)), y -> y + this.offset));
    }

    private int offset = 10;

    private static int apply(IntUnaryOperator first, int value, IntUnaryOperator second) {
        return second.applyAsInt(first.applyAsInt(value));
    }
}
