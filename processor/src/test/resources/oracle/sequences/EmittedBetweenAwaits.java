// A generator awaits and emits by turns, and runs only when a value is asked for.
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

public final class EmittedBetweenAwaits {
    @Async
    public Task<Object> body(World world) {
        AsyncSequence<Integer> squares = squares(world, 3);
        world.trace("made");
        int sum = 0;
        for (int square : each(squares)) {
            world.log(square);
            sum += await(world.later("add", square));
        }
        return done(sum);
    }

    @Async
    private AsyncSequence<Integer> squares(World world, int count) {
        world.trace("begin");
        for (int i = 1; i <= count; i++) {
            emit(i * await(world.later("square " + i, i)));
            world.trace("emitted " + i);
        }
        world.trace("end");
        return end();
    }
}
