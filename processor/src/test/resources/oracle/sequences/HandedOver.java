// A generator may end by naming another sequence, whose values then come.
package oracle.sequences;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.each;
import static dev.fermata.Fermata.emit;
import static dev.fermata.Fermata.end;

import dev.fermata.Async;
import dev.fermata.AsyncSequence;
import dev.fermata.Task;
import oracle.World;

public final class HandedOver {
    private int left;

    @Async
    public Task<Object> body(World world) {
        int sum = 0;
        for (int n : each(down(world, 3))) {
            sum = sum * 10 + n;
            await(world.pause("n " + n));
        }
        for (int n : each(down(world, 3))) {
            if (n == 1) {
                break;
            }
        }
        for (int n : each(down(world, -1))) {
            sum += n;
        }
        return done(sum + 1000 * left);
    }

    @Async
    private AsyncSequence<Integer> down(World world, int n) {
        try {
            if (n >= 0) {
                emit(n);
                world.trace("after " + n);
                return n % 2 == 0 ? down(world, n - 1) : later(world, n - 1);
            }
        } finally {
            left++;
        }
        return end();
    }

    @Async
    private AsyncSequence<Integer> later(World world, int n) {
        await(world.pause("later"));
        return down(world, n);
    }
}
