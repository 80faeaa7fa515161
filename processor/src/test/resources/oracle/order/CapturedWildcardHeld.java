// A list of a wildcard that is held over an await is still one list.
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
public final class CapturedWildcardHeld {
    @Async
    public Task<Object> body(World world) {
        List<?> list = new ArrayList<>(List.of("a", "b"));
        swap(list, await(world.later("i", 0)), await(world.later("j", 1)));
        Map<String, ? super Integer> map = new TreeMap<>();
        map.put(world.see("k", "k"), await(world.later("v", 5)));
        map.put(await(world.later("l", "l")), map.size());
        return done(list + " " + map);
    }

    private static <T> void swap(List<T> list, int i, int j) {
        T old = list.get(i);
        list.set(i, list.get(j));
        list.set(j, old);
    }
}
