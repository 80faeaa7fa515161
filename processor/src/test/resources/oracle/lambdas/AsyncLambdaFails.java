// A failure in an async lambda is that of its task; its finally blocks run, and may await.
package oracle.lambdas;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.io.IOException;
import oracle.Work;
import oracle.World;

/** semantics.md 40, 51. */
public final class AsyncLambdaFails {
    @Async
    public Task<Object> body(World world) throws IOException {
        String kept = "";
        try {
            kept = await(run(() -> {
                try {
                    return done(await(world.risky("a", "value")));
                } finally {
                    await(world.pause("finally"));
                    world.trace("left");
                }
            }));
            await(run(() -> {
                await(world.risky("b", 1));
                if (kept(world)) {
                    throw new IOException("thrown");
                }
                return done();
            }));
        } catch (IOException failure) {
            kept += failure.getMessage();
        }
        return done(kept);
    }

    private static boolean kept(World world) {
        return world.see("kept", true);
    }

    private static <T, X extends Exception> Task<T> run(Work<T, X> work) throws X {
        return work.call();
    }
}
