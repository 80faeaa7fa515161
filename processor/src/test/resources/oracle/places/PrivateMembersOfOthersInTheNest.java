// Private members of other classes in the nest are read, written and incremented.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Function;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 49. */
public final class PrivateMembersOfOthersInTheNest {
    @Async
    public Task<Object> body(World world) {
        Other other = new Other();
        other.value += await(world.later("a", 2));
        other.value++;
        --other.value;
        int old = other.value--;
        Other.total = await(world.later("b", 3)) + Other.total++;
        Other.total <<= 1;
        other.array[await(world.later("c", 1))] *= 5;
        Function<Integer, Integer> reference = other::times;
        Supplier<Other> maker = Other::new;
        await(world.pause("d"));
        return done(old + " " + other.value + " " + Other.total + " " + reference.apply(await(world.later("e", 3))) + maker.get().times(2) + Other.sum(other.array));
    }

    private static final class Other {
        private static int total = 10;
        private int value = 1;
        private final int[] array = {1, 2, 3};

        private Other() {
            total = 10;
        }

        private int times(int n) {
            return n * value;
        }

        private static int sum(int... all) {
            int sum = 0;
            for (int one : all) {
                sum += one;
            }
            return sum;
        }
    }
}
