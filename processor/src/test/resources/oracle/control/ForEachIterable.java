// A for-each over an iterable evaluates it once and asks its iterator in order.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import oracle.World;

/** semantics.md 35. */
public final class ForEachIterable {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (String s : noisy(world, List.of("a", "b"))) {
            text.append(await(world.later("c", s)));
        }
        for (Object o : await(world.later("list", noisy(world, new ArrayList<Integer>())))) {
            text.append(o).append(await(world.later("never", 1)));
        }
        return done(text.toString());
    }

    private static <T> Iterable<T> noisy(World world, List<T> list) {
        world.trace("iterable");
        return () -> {
            world.trace("iterator");
            Iterator<T> each = list.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    world.trace("hasNext");
                    return each.hasNext();
                }

                @Override
                public T next() {
                    world.trace("next");
                    return each.next();
                }
            };
        };
    }
}
