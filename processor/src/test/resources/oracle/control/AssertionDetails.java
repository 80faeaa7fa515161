// What an assert says is chosen without regard to what its error could be made of.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class AssertionDetails {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            try {
                assert await(world.later("a", i)) > 0 : i < 1 ? 5L : same(7L);
                assert await(world.later("b", i)) > 1 : world.see("detail", i > 0) ? same(7L) : 'c';
                assert await(world.later("c", i)) > 2 : switch (i) {
                    case 2 -> same(7L);
                    default -> "default";
                };
                assert await(world.later("d", i)) > 3 : i < await(world.later("e", 3)) ? 5 : same(7L);
            } catch (AssertionError failure) {
                text.append(failure.getMessage()).append(failure.getCause()).append(' ');
            }
        }
        return done(text.toString());
    }

    private static <T> T same(T value) {
        return value;
    }
}
