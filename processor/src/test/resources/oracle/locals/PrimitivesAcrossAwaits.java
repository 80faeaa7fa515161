// Locals of every primitive type keep their values over an await.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 29. */
public final class PrimitivesAcrossAwaits {
    @Async
    public Task<Object> body(World world) {
        long l = Long.MAX_VALUE - 1;
        double d = Math.PI;
        float f = -0.0f;
        boolean z = true;
        char c = '\u20ac';
        byte b = -128;
        short s = -32768;
        int i = Integer.MIN_VALUE;
        await(world.pause("a"));
        l++;
        b--;
        z = !z;
        await(world.pause("b"));
        return done(l + " " + d + " " + f + " " + z + " " + c + " " + b + " " + s + " " + i);
    }
}
