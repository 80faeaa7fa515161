// Each lambda captures the loop variable of its own iteration.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 26. */
public final class LoopVariableCapturedPerIteration {
    @Async
    public Task<Object> body(World world) {
        List<Supplier<String>> all = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            int value = await(world.later("v", name.charAt(0)));
            all.add(() -> name + value);
            await(world.pause("p"));
        }
        for (int i = 0; i < 3; i++) {
            int copy = i;
            await(world.pause("q"));
            all.add(() -> "i" + copy);
        }
        StringBuilder text = new StringBuilder();
        for (Supplier<String> one : all) {
            text.append(one.get());
        }
        return done(text.toString());
    }
}
