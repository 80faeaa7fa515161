// A protected nested class and a protected constructor of another package are used.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 49; tascalate #8. */
public final class ProtectedNestedAndConstructor extends oracle.places.elsewhere.Ancestor {
    @Async
    public Task<Object> body(World world) {
        Node node = new Node(await(world.later("a", 1)));
        node.link(new Node(world.see("b", 2)));
        await(world.pause("c"));
        Ancestor2 other = new Ancestor2(await(world.later("d", 3))) {};
        return done(node.text() + other.text());
    }

    private abstract static class Ancestor2 extends oracle.places.elsewhere.Ancestor {
        Ancestor2(int start) {
            super(start);
        }

        String text() {
            return "ancestor" + count;
        }
    }
}
