// What an async lambda throws still tells what the call that it is passed to throws.
package oracle.lambdas;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import oracle.Work;
import oracle.World;

/** semantics.md 51: checked exceptions flow by the interface's declaration. */
public final class AsyncLambdaInfersThrown {
    @Async
    public Task<Object> body(World world) {
        List<Work<? extends Number, ? extends Exception>> works = new ArrayList<>();
        try {
            works.add(checked(() -> done(await(world.risky("a", 1)))));
            works.add(checked(() -> {
                long twice = 2L * await(world.risky("b", 2));
                return done(twice);
            }));
        } catch (IOException never) {
            return done("caught");
        }
        Number first;
        try {
            first = await(works.get(0).call());
        } catch (Exception failed) {
            first = -1;
        }
        try {
            return done(first + " " + await(works.get(1).call()));
        } catch (Exception failed) {
            return done(first + " " + failed.getMessage());
        }
    }

    private static <T, X extends Exception> Work<T, X> checked(Work<T, X> work) throws X {
        return work;
    }
}
