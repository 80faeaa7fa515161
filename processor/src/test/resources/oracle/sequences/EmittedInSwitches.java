// An emit may stand in the cases of every switch, and in the block that yields a switch's value.
package oracle.sequences;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.each;
import static dev.fermata.Fermata.emit;
import static dev.fermata.Fermata.end;

import dev.fermata.Async;
import dev.fermata.AsyncSequence;
import dev.fermata.Task;
import oracle.World;

public final class EmittedInSwitches {
    @Async
    public Task<Object> body(World world) {
        StringBuilder all = new StringBuilder();
        for (String value : each(values(world, 5))) {
            all.append(value);
            world.log(value);
        }
        return done(all.toString());
    }

    @Async
    @SuppressWarnings("fallthrough")
    private AsyncSequence<String> values(World world, int count) {
        for (int i = 0; i < count; i++) {
            switch (i) {
                case 0:
                    emit("zero");
                case 1:
                    emit("through");
                    break;
                case 2:
                    world.trace("none");
                    continue;
                default:
                    emit(await(world.later("other", "other")) + i);
            }
            switch (i % 2) {
                case 0 -> emit("even");
                default -> {
                    emit("odd");
                    world.trace("went on");
                }
            }
            String kind =
                    switch (i) {
                        case 0 -> "first";
                        case 1 -> {
                            emit("yields");
                            yield "second" + await(world.later("second", 2));
                        }
                        default -> "later";
                    };
            emit(kind);
        }
        return end();
    }
}
