// A disabled assert evaluates nothing of its own.
// without assertions
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class AssertionsDisabled {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        int x = await(world.later("x", 3));
        assert await(world.later("a", x)) == 3;
        assert await(world.later("b", true)) : await(world.later("c", "not evaluated"));
        try {
            assert x == 4 : await(world.later("d", 'm'));
            text.append("off");
        } catch (AssertionError e) {
            text.append(e.getMessage());
        }
        try {
            assert !await(world.later("e", true));
            text.append("off");
        } catch (AssertionError e) {
            text.append(e.getMessage());
        }
        try {
            assert false : null;
        } catch (AssertionError e) {
            text.append(e.getMessage());
        }
        return done(text.toString());
    }
}
