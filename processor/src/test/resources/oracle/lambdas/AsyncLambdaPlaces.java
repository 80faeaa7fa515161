// An async lambda may stand anywhere in a body, and closes what it opens by awaiting.
package oracle.lambdas;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Function;
import java.util.function.Supplier;
import oracle.Work;
import oracle.World;

/** semantics.md 45, 51. */
public final class AsyncLambdaPlaces {
    private Supplier<Task<String>> kept;

    @Async
    public Task<Object> body(World world) {
        StringBuilder all = new StringBuilder();
        Work<String, RuntimeException> closes = () -> {
            try (World.Resource resource = world.open("r")) {
                return done(resource.name);
            }
        };
        all.append(await(closes.call()));
        kept = () -> done("kept " + await(world.later("kept", all.length())));
        all.append(await(kept.get()));
        switch (all.length() % 2) {
            case 0 -> kept = () -> done("even" + await(world.later("even", 0)));
            default -> kept = () -> done("odd" + await(world.later("odd", 1)));
        }
        all.append(await(kept.get()));
        synchronized (this) {
            kept = () -> done("locked" + await(world.later("locked", 1)));
        }
        all.append(await(kept.get()));
        try {
            kept = all.length() > 1000 ? null : () -> done("chosen" + await(world.later("chosen", 1)));
        } finally {
            Supplier<Task<String>> before = kept;
            kept = () -> done(await(before.get()) + "finally");
            await(world.pause("in finally"));
        }
        all.append(await(kept.get()));
        Work<Integer, RuntimeException> array = new Array<Integer>(x -> {
            int sum = 0;
            for (int n : new int[] {x, await(world.later("n", 2))}) {
                sum += n;
            }
            return done(sum);
        }).work;
        return done(all.toString() + await(array.call()) + await(((Function<Integer, Task<Integer>>) x -> done(await(world.later("cast", x)))).apply(9)));
    }

    private static final class Array<T> {
        private final Work<T, RuntimeException> work;

        Array(Function<Integer, Task<T>> function) {
            work = () -> function.apply(40);
        }
    }
}
