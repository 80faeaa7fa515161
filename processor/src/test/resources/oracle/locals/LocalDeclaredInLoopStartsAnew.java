// A local that is declared in a loop has no value of the iteration before.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import oracle.World;

/** semantics.md 24. */
public final class LocalDeclaredInLoopStartsAnew {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            int fresh = 0;
            String maybe;
            if (i == 1) {
                maybe = "one";
            } else {
                maybe = null;
            }
            fresh += await(world.later("a", i));
            List<Integer> list = new ArrayList<>();
            list.add(fresh);
            await(world.pause("b"));
            list.add(i);
            text.append(list).append(maybe);
        }
        return done(text.toString());
    }
}
