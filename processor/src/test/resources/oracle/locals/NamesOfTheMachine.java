// Locals may have the names that a machine would use itself.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 23. */
public final class NamesOfTheMachine {
    @Async
    public Task<Object> body(World world) {
        int state = await(world.later("a", 1));
        int self = await(world.later("b", 2));
        int frame = await(world.later("c", 3));
        int awaited = await(world.later("d", 4));
        int machine = await(world.later("e", 5));
        String result = "" + state + self + frame + awaited + machine;
        machine:
        for (int failure = 0; ; failure++) {
            int next = await(world.later("f", failure));
            int outcome = next;
            await(world.pause("g"));
            if (outcome + failure > 1) {
                break machine;
            }
            continue machine;
        }
        Object complete = await(world.later("h", 6));
        Object resume = await(world.later("i", 7));
        Object task = await(world.later("j", 8));
        await(world.pause("k"));
        return done(result + complete + resume + task + fields());
    }

    private final int state = 10;
    private final int self = 20;
    private final String awaited = "30";

    private String fields() {
        return state + self + awaited;
    }
}
