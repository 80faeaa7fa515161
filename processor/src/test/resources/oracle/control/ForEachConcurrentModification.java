// A for-each over a list that its body changes fails as it does without awaits.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import oracle.World;

/** semantics.md 35. */
public final class ForEachConcurrentModification {
    @Async
    public Task<Object> body(World world) {
        List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
        int sum = 0;
        try {
            for (int x : list) {
                sum += await(world.later("a", x));
                list.add(x);
            }
        } catch (java.util.ConcurrentModificationException expected) {
            world.caught(expected);
        }
        return done(sum + " " + list);
    }
}
