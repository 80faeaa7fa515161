// A local class captures locals, parameters and this, and its instances are made before and after awaits.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 30. */
public final class CapturingLocalClasses {
    private int field = 7;

    @Async
    public Task<Object> body(World world) {
        return run(world, "p", 3L);
    }

    @Async
    private Task<Object> run(World world, String text, long wide) {
        final int constant = 5;
        int base = await(world.later("a", 10));
        class Counter {
            static int made;
            private int count = base;
            private final String name;

            Counter(String name) {
                this.name = name;
                made++;
            }

            Counter(int... more) {
                this("varargs" + more.length);
                field += more.length;
            }

            int next() {
                return count += constant + field + (int) wide;
            }

            Counter again() {
                return new Counter(name + text);
            }

            @Override
            public String toString() {
                return name + count + text;
            }
        }
        Counter.made = 0;
        List<Object> seen = new ArrayList<>();
        Counter early = new Counter("early");
        seen.add(early.next());
        String late = await(world.later("b", "late"));
        class Louder extends Counter {
            Louder() {
                super(late + await.length());
            }

            private static final String await = "xx";

            @Override
            int next() {
                return super.next() * 2;
            }
        }
        Counter other = new Counter(1, 2, await(world.later("c", 3)));
        seen.add(early.next() + other.next());
        Counter louder = new Louder();
        seen.add(louder.next());
        Counter anonymous = new Counter(await(world.later("d", "anonymous"))) {
            @Override
            int next() {
                return super.next() + base + new Louder().next();
            }
        };
        await(world.pause("e"));
        seen.add(anonymous.next());
        seen.add(anonymous.again().toString() + louder + other.again().again());
        Function<String, Counter> maker = Counter::new;
        IntFunction<Counter> varargs = Counter::new;
        Supplier<Louder> loud = Louder::new;
        Supplier<Supplier<Counter>> nested = () -> () -> new Counter("nested" + base);
        await(world.pause("f"));
        seen.add(maker.apply("m") + "" + varargs.apply(4) + loud.get() + nested.get().get());
        seen.add(Counter.made + field);
        seen.add(early instanceof Counter && !(early instanceof Louder) && louder instanceof Louder);
        seen.add(((Counter) (Object) louder).name);
        return done(seen.toString());
    }
}
