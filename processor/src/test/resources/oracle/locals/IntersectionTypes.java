// A value of an intersection type is kept over an await and used as each of its types.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 20, 25. */
public final class IntersectionTypes {
    interface Named {
        default String name() {
            return "named";
        }
    }

    interface Sized {
        int size();
    }

    record Left(int size) implements Named, Sized {}

    record Right(int size) implements Sized, Named {
        @Override
        public String name() {
            return "right";
        }
    }

    static <T extends Named & Sized> String both(T value, int n) {
        return value.name() + value.size() + n;
    }

    static String over(Object o) {
        return "object";
    }

    static String over(Sized s) {
        return "sized" + s.size();
    }

    static <T extends Named & Sized> T pick(T left, T right) {
        return left.size() > 1 ? left : right;
    }

    @Async
    public Task<Object> body(World world) {
        List<Object> seen = new ArrayList<>();
        var either = await(world.later("a", true)) ? new Left(1) : new Right(2);
        seen.add(either.name() + await(world.later("b", either.size())));
        seen.add(both(either, await(world.later("c", 3))));
        Supplier<String> captured = () -> either.name() + over(either);
        await(world.pause("d"));
        seen.add(captured.get());
        seen.add(pick(new Left(4), new Right(5)).name() + pick(new Left(0), new Right(6)).size() + await(world.later("e", 1)));
        seen.add(over(pick(new Left(0), await(world.later("f", new Right(7))))));
        for (var each : List.of(new Left(8), new Right(9))) {
            await(world.pause("g"));
            seen.add(each.name() + each.size());
        }
        var last = pick(new Left(0), new Right(1));
        last = await(world.later("h", true)) ? pick(new Left(2), new Right(3)) : last;
        seen.add(last.name() + over(last));
        return done(seen);
    }
}
