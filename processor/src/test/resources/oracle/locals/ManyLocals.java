// Twenty locals of several types live over one await.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class ManyLocals {
    @Async
    public Task<Object> body(World world) {
        int a = 1, b = 2, c = 3, d = 4, e = 5;
        long f = 6, g = 7, h = 8;
        String i = "i", j = "j", k = "k";
        boolean l = true, m = false;
        double n = 1.5, o = 2.5;
        Object p = "p", q = 'q';
        int[] r = {1}, s = {2};
        char t = 't';
        await(world.pause("a"));
        return done("" + a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q + r[0] + s[0] + t);
    }
}
