// A body hands its this to others and is called back meanwhile.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import oracle.World;

public final class ThisEscapes {
    @Async
    public Task<Object> body(World world) {
        List<ThisEscapes> registered = new ArrayList<>();
        registered.add(this);
        value = await(world.later("a", 1));
        registered.get(0).value += 10;
        int now = value;
        await(world.pause("b"));
        registered.get(0).bump();
        return done(now + " " + value + (registered.get(0) == this));
    }

    private int value;

    private void bump() {
        value *= 2;
    }
}
