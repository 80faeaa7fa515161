// Await-free loops between awaits run as they are written.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class AwaitFreeLoopInside {
    @Async
    public Task<Object> body(World world) {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            int inner = await(world.later("a", i));
            for (int j = 0; j < 4; j++) {
                if (j == 1) continue;
                if (j == 3) break;
                inner += j;
            }
            int k = 3;
            while (k-- > 0) inner += k;
            do inner++; while (inner < 5);
            sum = sum * 10 + inner;
        }
        await(world.pause("b"));
        return done(sum);
    }
}
