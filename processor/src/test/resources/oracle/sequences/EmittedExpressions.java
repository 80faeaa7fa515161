// What is emitted is evaluated before the generator stands still, and its locals are as they were.
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

public final class EmittedExpressions {
    @Async
    public Task<Object> body(World world) {
        int sum = 0;
        for (int n : each(counting(world))) {
            sum = sum * 7 + n;
            await(world.pause("round"));
        }
        return done(sum);
    }

    @Async
    private AsyncSequence<Integer> counting(World world) {
        int i = 0;
        emit(i++);
        emit(world.see("old", i) + (i += 2));
        int[] array = {i, i + 1};
        emit(array[i = 1] + await(world.later("held", i++)));
        for (int k = 0; k < 2; emit(k++)) {
            emit(array[k] = k * i);
        }
        emit(i > 1 ? await(world.later("chosen", array[1])) : null);
        Integer none = i > 5 ? 5 : i;
        emit(none);
        return end();
    }
}
