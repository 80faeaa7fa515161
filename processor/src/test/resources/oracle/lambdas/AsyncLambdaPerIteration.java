// Each turn of a loop has its own captured variables.
package oracle.lambdas;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 26, 51. */
public final class AsyncLambdaPerIteration {
    @Async
    public Task<Object> body(World world) {
        List<Supplier<Task<String>>> made = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            int length = await(world.later("length " + name, made.size()));
            made.add(() -> done(name + length + await(world.later("in " + name, length))));
        }
        for (int i = 0; i < 2; i++) {
            int copy = i;
            Object o = await(world.later("object", "o" + i));
            if (o instanceof String s && s.length() > 1) {
                made.add(() -> {
                    String before = s;
                    return done(before + copy + await(world.later("pattern", s)));
                });
            }
        }
        StringBuilder all = new StringBuilder();
        for (Supplier<Task<String>> one : made) {
            all.append(await(one.get())).append(' ');
        }
        return done(all.toString());
    }
}
