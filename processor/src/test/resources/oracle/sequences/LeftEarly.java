// A loop that is left early has the generator's finally blocks run, which may await.
package oracle.sequences;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.each;
import static dev.fermata.Fermata.emit;

import dev.fermata.Async;
import dev.fermata.AsyncSequence;
import dev.fermata.Task;
import java.util.concurrent.CancellationException;
import oracle.World;

public final class LeftEarly {
    @Async
    public Task<Object> body(World world) {
        int found = -1;
        for (int n : each(numbers(world))) {
            world.log(n);
            if (await(world.later("wanted " + n, n == 2))) {
                found = n;
                break;
            }
        }
        world.trace("after");
        outer:
        for (int i = 0; i < 2; i++) {
            for (var n : each(numbers(world))) {
                if (n == 1 + i) {
                    continue outer;
                }
            }
        }
        return done(found + await(first(world)));
    }

    @Async
    private Task<Integer> first(World world) {
        for (int n : each(numbers(world))) {
            return world.later("returned", n);
        }
        throw new IllegalArgumentException();
    }

    @Async
    private AsyncSequence<Integer> numbers(World world) {
        try {
            for (int i = 1; ; i++) {
                try {
                    emit(await(world.later("number", i)));
                } finally {
                    world.trace("inner");
                }
            }
        } catch (CancellationException left) {
            world.trace("left");
            throw left;
        } finally {
            await(world.pause("finally"));
            world.trace("finalised");
        }
    }
}
