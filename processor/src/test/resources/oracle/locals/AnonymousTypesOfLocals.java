// The members of an anonymous class are used after an await: of a local, an operand, a collection's element.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oracle.World;

/** semantics.md 25, 30. */
public final class AnonymousTypesOfLocals {
    private int field = 3;

    @Async
    public Task<Object> body(World world) {
        List<Object> seen = new ArrayList<>();
        int base = await(world.later("a", 4));
        var counter = new Object() {
            private int count = base;

            int next() {
                return count += field;
            }
        };
        seen.add(await(world.later("b", 1)) + counter.next());
        seen.add(new Object() {
            int twice(int n) {
                return n * 2 + base;
            }
        }.twice(await(world.later("c", 5))));
        var list = List.of(new Thread("named") {
            int extra = base;
        });
        await(world.pause("d"));
        for (var thread : list) {
            seen.add(thread.extra + await(world.later("e", thread.getName())));
        }
        var optional = Optional.of(await(world.later("f", new Object() {
            String text = "f" + base;
        })));
        await(world.pause("g"));
        seen.add(optional.get().text + optional.map(o -> o.text.length()).get());
        counter.count = await(world.later("h", 100));
        seen.add(counter.next());
        return done(seen + counter.getClass().getName());
    }
}
