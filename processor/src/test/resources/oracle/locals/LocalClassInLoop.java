// A local class declared in a loop captures each iteration's values.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import oracle.World;

/** semantics.md 30. */
public final class LocalClassInLoop {
    @Async
    public Task<Object> body(World world) {
        List<Object> all = new ArrayList<>();
        for (String name : new String[] {"x", "y", "z"}) {
            int value = await(world.later(name, name.charAt(0) - 'a'));
            class Pair {
                int sum() {
                    return value + name.length();
                }

                @Override
                public String toString() {
                    return name + value;
                }
            }
            Pair before = new Pair();
            await(world.pause("between"));
            all.add(before.sum());
            all.add(new Pair() {
                @Override
                public String toString() {
                    return "<" + super.toString() + name + ">";
                }
            });
            all.add(before);
        }
        await(world.pause("end"));
        {
            record Last(List<Object> list) {}
            int size = all.size();
            all.add(new Last(List.of(size)));
        }
        if (await(world.later("if", true))) {
            record Last(String text) {}
            all.add(new Last("other"));
        }
        all.get(0).getClass();
        return done(all.toString() + all.get(2).getClass().getSimpleName());
    }
}
