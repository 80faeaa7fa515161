// What is chosen for a parameter of a lower-bounded wildcard's type is held as one of that bound.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import oracle.World;

/** semantics.md 20: captured types. */
public final class CapturedWildcardGiven {
    @Async
    public Task<Object> body(World world) {
        Comparable<? super Integer> five = 5;
        List<Object> found = new ArrayList<>();
        for (int i = 4; i < 7; i++) {
            found.add(five.compareTo(i < 5 ? await(world.later("a", i)) : i));
            found.add(five.compareTo((await(world.later("b", i)) < 6 ? (Integer) i : null) == null ? 0 : 9));
            found.add(five.compareTo(switch (i) {
                case 4 -> await(world.later("c", 5));
                default -> i;
            }));
        }
        Map<String, ? super Integer> map = new TreeMap<>();
        map.put(map.isEmpty() ? "k" : "l", await(world.later("d", 5)));
        Object before = map.put("k", found.isEmpty() ? 6 : await(world.later("e", 7)));
        String both = (found.isEmpty() ? null : map.get("k")) + await(world.later("f", "f"));
        return done(found + " " + map + before + both);
    }
}
