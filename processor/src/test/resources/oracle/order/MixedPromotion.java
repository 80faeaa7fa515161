// Operands of several widths are promoted as without awaits.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class MixedPromotion {
    @Async
    public Task<Object> body(World world) {
        byte b = 10;
        char c = 'a';
        float f = 1.5f;
        long l = 1L << 40;
        Object x = b + await(world.later("a", 'b'));
        Object y = c + await(world.later("b", 1L));
        Object z = f * await(world.later("c", 2));
        Object w = l + await(world.later("d", 0.5f));
        Object s = await(world.later("e", (short) 3)) + b;
        return done(new Object[] {x, y, z, w, s});
    }
}
