// The failure of a generator comes out of the consumer's loop, which does not ask again.
package oracle.sequences;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.each;
import static dev.fermata.Fermata.emit;

import dev.fermata.Async;
import dev.fermata.AsyncSequence;
import dev.fermata.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import oracle.World;

public final class FailingGenerators {
    @Async
    public Task<Object> body(World world) throws IOException {
        List<Object> all = new ArrayList<>();
        try {
            for (String each : each(failing(world, 2))) {
                all.add(each);
            }
        } catch (IllegalArgumentException failure) {
            world.caught(failure);
        }
        try {
            for (String each : each(failing(world, 0))) {
                all.add(each);
            }
        } catch (IllegalArgumentException failure) {
            world.caught(failure);
        } finally {
            all.add(await(world.risky("last", 1)));
        }
        return done(all.toString());
    }

    @Async
    private AsyncSequence<String> failing(World world, int after) throws IOException {
        for (int i = 0; i < after; i++) {
            emit("value " + await(world.risky("value", i)));
        }
        throw new IllegalArgumentException("after " + after);
    }
}
