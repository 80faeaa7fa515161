// A consumer that fails closes the generator, whose failure to close is suppressed.
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

public final class FailingConsumers {
    @Async
    public Task<Object> body(World world) {
        try {
            for (int n : each(numbers(world))) {
                world.log(n);
                if (n == 2) {
                    throw new IllegalArgumentException("enough");
                }
            }
        } catch (IllegalArgumentException failure) {
            world.caught(failure);
        }
        try {
            for (int n : each(numbers(world))) {
                await(world.later("failing " + n, n));
                break;
            }
        } catch (ArithmeticException failure) {
            world.caught(failure);
        }
        return done(0);
    }

    @Async
    private AsyncSequence<Integer> numbers(World world) {
        try {
            emit(1);
            await(world.pause("between"));
            emit(2);
        } finally {
            world.log(await(world.later("closing", 1)) / (world.see("zero", 0)));
        }
        return end();
    }
}
