// A var may have an anonymous class as its type.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 25. */
public final class VarOfAnonymousClass {
    @Async
    public Task<Object> body(World world) {
        var anonymous = new Object() {
            int field = 5;

            int twice() {
                return 2 * field;
            }
        };
        await(world.pause("a"));
        anonymous.field += await(world.later("b", 1));
        return done(anonymous.field + anonymous.twice());
    }
}
