// Members that are inherited from a generic class have their actual types.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class InheritedGenericMembers extends oracle.places.elsewhere.Generic<String> {
    @Async
    public Task<Object> body(World world) {
        value = await(world.later("a", "x"));
        String first = value.concat(await(world.later("b", "y")));
        list.add(first);
        await(world.pause("c"));
        for (String s : list) {
            value += s.length();
        }
        return done(last(await(world.later("d", list))).toUpperCase() + value);
    }
}
