// An accessor that fails while a record pattern is matched fails the switch, before its awaits.
// since 21
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class AccessorFailsInPattern {
    record Bad(int x) {
        @Override
        public int x() {
            throw new IllegalStateException("accessor");
        }
    }

    @Async
    public Task<Object> body(World world) {
        Object bad = new Bad(1);
        StringBuilder text = new StringBuilder();
        try {
            switch (bad) {
                case String s -> await(world.pause("a"));
                case Bad(int x) when await(world.later("b", x > 0)) -> text.append(x);
                default -> text.append("default");
            }
        } catch (MatchException e) {
            text.append(e.getCause());
        }
        try {
            if (bad instanceof Bad(int x) && await(world.later("c", x)) > 0) {
                text.append(x);
            }
        } catch (MatchException e) {
            text.append(await(world.later("d", "caught")));
        }
        return done(text.toString());
    }
}
