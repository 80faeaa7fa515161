// Generic methods infer the same types around awaits.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.List;
import java.util.Optional;
import oracle.World;

/** semantics.md 20. */
public final class GenericMethods {
    @Async
    public Task<Object> body(World world) {
        List<? extends Number> wild = List.of(1, 2.5);
        Number first = first(wild, await(world.later("a", 0)));
        Number second = first(await(world.later("b", wild)), 1);
        List<Number> numbers = List.of(world.see("c", 1), await(world.later("d", 2.0)), world.see("e", 3L));
        String text = GenericMethods.<Object>pair("x", await(world.later("f", 1))) + pair(await(world.later("g", List.of())), Optional.empty());
        return done(text + first + second + numbers);
    }

    private static <T> T first(List<T> list, int index) {
        return list.get(index);
    }

    private static <T> String pair(T left, T right) {
        return "(" + left + "," + right + ")";
    }
}
