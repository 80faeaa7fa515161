// Generators that consume generators, of generic and boxed values.
package oracle.sequences;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.each;
import static dev.fermata.Fermata.emit;
import static dev.fermata.Fermata.end;

import dev.fermata.Async;
import dev.fermata.AsyncSequence;
import dev.fermata.Task;
import java.util.List;
import oracle.World;

public final class NestedGenerators {
    @Async
    public Task<Object> body(World world) {
        StringBuilder all = new StringBuilder();
        for (Integer n : each(plus(world, pairs(world, List.of("a", "bb"), "ccc"), 1))) {
            all.append(n).append(';');
        }
        long sum = 0;
        for (long n : each(plus(world, pairs(world, List.of(), "x"), 2))) {
            sum += n;
        }
        return done(all.append(sum).toString());
    }

    @Async
    private AsyncSequence<Integer> plus(World world, AsyncSequence<? extends CharSequence> texts, int more) {
        for (var text : each(texts)) {
            emit(text.length() + more);
            world.trace("after " + text);
        }
        return end();
    }

    @Async
    private static <T> AsyncSequence<T> pairs(World world, List<? extends T> some, T last) {
        for (T each : some) {
            emit(await(world.later("first", each)));
            emit(each);
        }
        emit(last);
        return end();
    }
}
