// A compound concatenation reads the string first and writes null as a word.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 12. */
public final class CompoundConcatenation {
    @Async
    public Task<Object> body(World world) {
        String s = "a";
        s += await(world.later("b", "b")) + (s = "lost");
        String none = null;
        none += await(world.later("c", (Object) null));
        String[] array = {"x"};
        array[0] += await(world.later("d", 1)) + 2;
        return done(s + " " + none + " " + array[0]);
    }
}
