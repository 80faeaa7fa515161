// Names by static import, by package and by outer class mean the same in a body.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Box;
import oracle.World;
import static java.lang.Math.max;
import static java.util.Map.Entry;

public final class StaticImportsAndQualifiedNames {
    @Async
    public Task<Object> body(World world) {
        Entry<String, Integer> entry = java.util.Map.entry(await(world.later("a", "k")), max(await(world.later("b", 1)), 2));
        StaticImportsAndQualifiedNames.Inner inner = new StaticImportsAndQualifiedNames.Inner(await(world.later("c", 3)));
        java.util.List<Inner> list = java.util.List.of(inner);
        await(world.pause("d"));
        for (Inner each : list) {
            inner = each;
        }
        return done(entry.getKey() + entry.getValue() + inner.n + oracle.Box.class.getSimpleName());
    }

    static final class Inner {
        final int n;

        Inner(int n) {
            this.n = n;
        }
    }
}
