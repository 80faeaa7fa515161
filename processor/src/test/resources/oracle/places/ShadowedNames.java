// A name that a nested class, a field and an import share means what it means in the source.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.List;
import oracle.World;

public final class ShadowedNames {
    @Async
    public Task<Object> body(World world) {
        List list = new List(await(world.later("a", 1)));
        java.util.List<String> real = java.util.List.of(await(world.later("b", "x")));
        String Object = "hidden";
        await(world.pause("c"));
        java.lang.Object any = list.size + Object;
        return done(any + real.get(0) + System.out(2) + this.System());
    }

    private static final class List {
        private final int size;

        private List(int size) {
            this.size = size;
        }
    }

    private static final class System {
        private static String out(int n) {
            return "out" + n;
        }
    }

    private String System() {
        return "method";
    }
}
