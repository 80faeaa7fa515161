// A method's value is converted to its task's type.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import oracle.World;

public final class MethodThatReturnsSubtype {
    @Async
    public Task<Object> body(World world) {
        Number number = await(number(world));
        Object list = await(list(world));
        CharSequence text = await(text(world, true));
        return done(new Object[] {number, list, text});
    }

    @Async
    private Task<Number> number(World world) {
        return done(await(world.later("a", 1)) + 1L);
    }

    @Async
    private Task<List<? extends Object>> list(World world) {
        await(world.pause("b"));
        return done(new ArrayList<>(List.of("x")));
    }

    @Async
    private Task<CharSequence> text(World world, boolean builder) {
        return done(builder ? new StringBuilder(await(world.later("c", "s"))) : "t");
    }
}
