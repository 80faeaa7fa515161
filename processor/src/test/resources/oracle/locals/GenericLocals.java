// Locals of generic types keep their types over awaits.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import oracle.World;

public final class GenericLocals {
    @Async
    public Task<Object> body(World world) {
        Map<String, List<? extends Number>> map = new TreeMap<>();
        map.put(await(world.later("a", "k")), await(world.later("b", List.of(1, 2))));
        await(world.pause("c"));
        for (Map.Entry<String, List<? extends Number>> entry : map.entrySet()) {
            Number first = entry.getValue().get(await(world.later("d", 1)));
            map.replace(entry.getKey(), List.of(first.doubleValue()));
        }
        Function<? super String, ? extends Object> function = map::get;
        await(world.pause("e"));
        return done(function.apply("k"));
    }
}
