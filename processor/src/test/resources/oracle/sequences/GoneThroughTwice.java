// Each loop over a sequence runs the generator anew, with the arguments of the call.
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

public final class GoneThroughTwice {
    private int runs;

    @Async
    public Task<Object> body(World world) {
        AsyncSequence<String> twice = values(world, "p");
        AsyncSequence<String> never = values(world, "q");
        for (String outer : each(twice)) {
            for (String inner : each(twice)) {
                world.log(outer + inner);
            }
        }
        return done(runs + (never == null ? 0 : await(world.later("never", 10))));
    }

    @Async
    private AsyncSequence<String> values(World world, String prefix) {
        int run = ++runs;
        emit(prefix + run);
        await(world.pause("run " + run));
        emit(prefix + run + "+");
        return end();
    }
}
