// A name that sibling scopes declare with other types is another local in each.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.List;
import oracle.World;

/** semantics.md 23. */
public final class SiblingScopes {
    @Async
    public Task<Object> body(World world) {
        StringBuilder all = new StringBuilder();
        {
            int x = await(world.later("a", 1));
            all.append(x + await(world.later("b", 10)));
        }
        {
            String x = await(world.later("c", "s"));
            await(world.pause("d"));
            all.append(x);
        }
        for (long x = 0; x < await(world.later("e", 2)); x++) {
            all.append(x);
        }
        for (String x : List.of("p", "q")) {
            all.append(x).append(await(world.later("f", x)));
        }
        try {
            double x = await(world.later("g", 1.5));
            await(world.pause("h"));
            all.append(x);
        } finally {
            char x = await(world.later("i", 'z'));
            await(world.pause("j"));
            all.append(x);
        }
        return done(all.toString());
    }
}
