// Protected members that are inherited from another package are read, written and called.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 49; tascalate #8. */
public final class ProtectedMembersOfAnotherPackage extends oracle.places.elsewhere.Ancestor {
    @Async
    public Task<Object> body(World world) {
        registry = 5;
        int before = count;
        count += await(world.later("a", 10));
        this.count++;
        int[] shared = total(world, count);
        String text = before + " " + count + " " + shared[0] + add(await(world.later("b", 1)), 2) + name;
        name = await(world.later("c", "renamed"));
        registry += await(world.later("d", 1));
        ProtectedMembersOfAnotherPackage.registry *= 2;
        Supplier<Integer> lambda = () -> count + add(1, 1) + twice(registry);
        await(world.pause("e"));
        int result = registry + lambda.get() + twice(await(world.later("f", 3)));
        registry = 5;
        return done(text + name + result + new Part(await(world.later("g", 4))).size());
    }

    private static final class Part extends oracle.places.elsewhere.Ancestor {
        private Part(int count) {
            this.count = count;
        }

        int size() {
            return count;
        }
    }
}
