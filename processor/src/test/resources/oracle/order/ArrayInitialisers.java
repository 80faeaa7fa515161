// An array initialiser with awaits between is filled in order.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 16. */
public final class ArrayInitialisers {
    @Async
    public Task<Object> body(World world) {
        int[] a = {world.see("a", 1), await(world.later("b", 2)), world.see("c", 3)};
        Object[] b = new Object[] {await(world.later("d", "x")), a.clone(), a[0] = await(world.later("e", 9)), a[0]};
        int[][] jagged = {{await(world.later("f", 1))}, {}, {world.see("g", 2), await(world.later("h", 3))}, null};
        long[] widened = {await(world.later("i", 1)), 'a', await(world.later("j", 'b'))};
        return done(new Object[] {a, b, jagged, widened});
    }
}
