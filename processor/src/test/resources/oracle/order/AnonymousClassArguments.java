// The arguments of an anonymous class are awaited before it is made.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 17. */
public final class AnonymousClassArguments {
    @Async
    public Task<Object> body(World world) {
        int captured = world.see("c", 3);
        Sum sum = new Sum(world.see("a", 1), await(world.later("b", 2))) {
            @Override
            int total() {
                return super.total() + captured;
            }
        };
        return done(sum.total());
    }

    private static class Sum {
        private final int left;
        private final int right;

        Sum(int left, int right) {
            this.left = left;
            this.right = right;
        }

        int total() {
            return left + 10 * right;
        }
    }
}
