// A for-each over wildcards and type variables has elements of their bounds.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import oracle.World;

/** semantics.md 35. */
public final class ForEachWildcards {
    @Async
    public Task<Object> body(World world) {
        int sum = await(sum(world, List.of(1, 2, 3)));
        List<?> any = List.of("x", 1);
        String text = "";
        for (Object o : any) {
            text += o + await(world.later("a", ";"));
        }
        Map<String, ? extends List<? extends Number>> map = new TreeMap<>(Map.of("k", List.of(4, 5)));
        for (Map.Entry<String, ? extends List<? extends Number>> entry : map.entrySet()) {
            for (Number n : entry.getValue()) {
                text += entry.getKey() + await(world.later("b", n));
            }
        }
        for (var entry : map.entrySet()) {
            text += await(world.later("c", entry.getValue().size()));
        }
        return done(text + sum);
    }

    @Async
    private <N extends Number & Comparable<N>, L extends List<N>> Task<Integer> sum(World world, L list) {
        int sum = 0;
        N last = null;
        for (N n : list) {
            sum = sum * 10 + n.intValue() + await(world.later("n", 0)) + (last == null ? 0 : n.compareTo(last));
            last = n;
        }
        return done(sum);
    }
}
