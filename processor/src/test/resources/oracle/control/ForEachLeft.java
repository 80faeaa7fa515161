// A for-each is left and continued through finally blocks.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.List;
import oracle.World;

/** semantics.md 32, 35. */
public final class ForEachLeft {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        outer:
        for (String a : List.of("a", "b", "c")) {
            for (int b : new int[] {1, 2, 3}) {
                try {
                    if (b == 2) {
                        continue;
                    }
                    if (a.equals("b")) {
                        continue outer;
                    }
                    text += a + await(world.later("x", b));
                    if (a.equals("c")) {
                        break outer;
                    }
                } finally {
                    text += await(world.later("f", "."));
                }
            }
        }
        return done(text);
    }
}
