// A generator that catches what closes it cannot emit any more.
package oracle.sequences;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.each;
import static dev.fermata.Fermata.emit;
import static dev.fermata.Fermata.end;

import dev.fermata.Async;
import dev.fermata.AsyncSequence;
import dev.fermata.Task;
import java.util.concurrent.CancellationException;
import oracle.World;

public final class SwallowedClosing {
    @Async
    public Task<Object> body(World world) {
        for (int n : each(stubborn(world))) {
            world.log(n);
            break;
        }
        return done(await(world.later("end", 1)));
    }

    @Async
    private AsyncSequence<Integer> stubborn(World world) {
        for (int i = 0; i < 3; i++) {
            try {
                emit(i);
                world.trace("asked for more");
            } catch (CancellationException swallowed) {
                await(world.pause("swallowed " + i));
            }
        }
        return end();
    }
}
