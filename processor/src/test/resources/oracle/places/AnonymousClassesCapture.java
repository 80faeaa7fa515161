// Anonymous classes in a body capture locals, parameters and this, and have members of their own.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 50. */
public final class AnonymousClassesCapture {
    @Async
    public Task<Object> body(World world) {
        int local = await(world.later("a", 5));
        String name = "local";
        Supplier<String> anonymous = new Supplier<>() {
            private int calls;
            private final String name = "own";

            @Override
            public String get() {
                calls++;
                return name + local + field + calls + AnonymousClassesCapture.this.name + this.name + helper();
            }

            private String helper() {
                return AnonymousClassesCapture.this.helper() + "h";
            }
        };
        field++;
        await(world.pause("b"));
        String first = anonymous.get();
        await(world.pause("c"));
        Comparator<Integer> order = new Comparator<Integer>() {
            @Override
            public int compare(Integer x, Integer y) {
                return (y - x) * local;
            }
        };
        List<Integer> list = new ArrayList<>(List.of(await(world.later("d", 1)), 2, 3));
        list.sort(order);
        return done(first + anonymous.get() + list + name);
    }

    private int field = 10;
    private final String name = "field";

    private String helper() {
        return "outer";
    }
}
