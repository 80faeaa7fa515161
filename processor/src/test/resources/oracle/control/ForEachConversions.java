// A for-each unboxes, widens and casts its elements.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.Arrays;
import java.util.List;
import oracle.World;

/** semantics.md 35. */
public final class ForEachConversions {
    @Async
    public Task<Object> body(World world) {
        long sum = 0;
        for (int x : List.of(1, 2)) {
            sum += x * await(world.later("a", 1));
        }
        for (long x : List.of('a', 'b').get(0) == 'a' ? new char[] {'a'} : new char[] {'b'}) {
            sum += x * await(world.later("b", 1));
        }
        for (Number x : List.of(1, 2.5)) {
            sum += x.intValue() * await(world.later("c", 100));
        }
        for (final double x : new float[] {1.5f}) {
            sum += (long) (x * await(world.later("d", 1000)));
        }
        try {
            for (int x : Arrays.asList(1, null)) {
                sum += x * await(world.later("e", 1));
            }
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        return done(sum);
    }
}
