// A var may have a captured or an inferred type.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import oracle.World;

/** semantics.md 25. */
public final class VarTypes {
    @Async
    public Task<Object> body(World world) {
        List<? extends Comparable<?>> wild = List.of("a", 1);
        var captured = wild.get(0);
        await(world.pause("a"));
        await(world.pause("b"));
        var list = new ArrayList<Map<String, ? super Integer>>();
        list.add(await(world.later("d", new TreeMap<String, Number>())));
        var number = await(world.later("e", 1));
        number += await(world.later("f", 2));
        return done(captured + " " + list + number);
    }
}
