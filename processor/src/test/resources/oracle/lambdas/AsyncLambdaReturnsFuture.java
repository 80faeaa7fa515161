// A lambda whose interface returns a future or a stage is async as one that returns a task.
package oracle.lambdas;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import oracle.World;

public final class AsyncLambdaReturnsFuture {
    @Async
    public Task<Object> body(World world) {
        StringBuilder all = new StringBuilder();
        Supplier<CompletableFuture<String>> text =
                () -> CompletableFuture.completedFuture(await(world.later("text", "t")) + all.length());
        all.append(await(text.get())).append(await(text.get()));
        IntFunction<CompletionStage<Integer>> half = n -> {
            try {
                if (await(world.later("even " + n, n % 2 == 0))) {
                    return CompletableFuture.completedStage(n / await(world.future("two", 2)));
                }
            } finally {
                await(world.pause("finally"));
            }
            throw new IllegalArgumentException("odd " + all);
        };
        all.append(await(half.apply(4)));
        try {
            all.append(await(half.apply(5)));
        } catch (IllegalArgumentException failure) {
            world.caught(failure);
        }
        Function<Integer, CompletableFuture<Integer>> forwards = n -> {
            await(world.pause("before"));
            return world.future("forwarded", n);
        };
        all.append(await(forwards.apply(7)));
        return done(all.toString() + await(Plain.stage(world, "plain").get()) + await(Plain.FUTURE.apply(world)));
    }

    @Async
    private static final class Plain {
        private static final Function<World, CompletableFuture<Long>> FUTURE =
                world -> CompletableFuture.completedFuture(await(world.future("long", 8L)));

        static Supplier<CompletionStage<String>> stage(World world, String name) {
            return () -> {
                String found = await(world.later(name, name));
                return CompletableFuture.completedFuture(found + await(world.future("more", 1)));
            };
        }
    }
}
