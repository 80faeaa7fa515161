// A conditional of generic calls takes its type from its target.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import oracle.World;

/** semantics.md 15. */
public final class PolyConditional {
    @Async
    public Task<Object> body(World world) {
        List<Object> list = await(world.later("a", true)) ? new ArrayList<>() : List.of(await(world.later("b", 1)));
        list.add(world.see("c", 5));
        Comparator<String> order = await(world.later("d", false)) ? Comparator.naturalOrder() : (x, y) -> y.compareTo(x);
        return done(list + " " + order.compare("a", "b"));
    }
}
