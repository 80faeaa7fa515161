// Every binary operator keeps its operands in order around awaits.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class BinaryOperators {
    @Async
    public Task<Object> body(World world) {
        int x = 7;
        String text = "" + (x++ - await(world.later("a", 2))) + (x++ * await(world.later("b", 3))) + (x++ / await(world.later("c", 2))) + (x++ % await(world.later("d", 4))) + (x++ << await(world.later("e", 1)))
                + (-x++ >> await(world.later("f", 1))) + (-x++ >>> await(world.later("g", 28))) + (x++ < await(world.later("h", 3))) + (x++ <= await(world.later("i", 15))) + (x++ > await(world.later("j", 16)))
                + (x++ >= await(world.later("k", 17))) + (x++ == await(world.later("l", 18))) + (x++ != await(world.later("m", 19)));
        return done(text + x);
    }
}
