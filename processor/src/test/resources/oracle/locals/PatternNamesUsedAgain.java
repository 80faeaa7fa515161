// A name that a pattern has bound in a block is free again after it, also within a lambda.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.IntUnaryOperator;
import oracle.World;

public final class PatternNamesUsedAgain {
    @Async
    public Task<Object> body(World world) {
        {
            if (!(await(world.<Object>later("a", 1)) instanceof Integer n)) {
                return done(0);
            }
        }
        int sum = apply(m -> {
            int n = m * 2;
            return n - 9;
        });
        {
            Object seen = await(world.later("b", 3));
            while (!(seen instanceof Integer p && p > 3)) {
                seen = world.see("c", (Integer) seen + 1);
            }
        }
        sum += apply(p -> p + 1);
        {
            if (!(world.see("d", (Object) sum) instanceof Integer q)) {
                throw new IllegalStateException();
            }
        }
        for (int q = 0; q < 2; q++) {
            sum += q;
        }
        return done(sum + await(world.later("e", 4)));
    }

    private static int apply(IntUnaryOperator operator) {
        return operator.applyAsInt(3);
    }
}
