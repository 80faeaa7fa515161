// An inner class calls the super method of the class around it.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 21. */
public final class SuperOfOuterClass extends oracle.places.elsewhere.Ancestor {
    @Async
    public Task<Object> body(World world) {
        return done(await(new Inner().run(world)) + add(1, 1));
    }

    @Override
    protected int add(int a, int b) {
        return -1;
    }

    private final class Inner {
        @Async
        private Task<Integer> run(World world) {
            int sum = SuperOfOuterClass.super.add(await(world.later("a", 1)), world.see("b", 2));
            count += sum;
            return done(sum + count + await(world.later("c", SuperOfOuterClass.this.count)));
        }
    }
}
