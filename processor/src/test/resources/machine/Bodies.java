package machine;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Completer;
import dev.fermata.Task;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Bodies whose behaviour in the machine is looked at from outside. A comment names the line that a test asks for. */
public final class Bodies {
    public WeakReference<Object> dead;
    public WeakReference<Object> alive;
    private int field;

    @Async
    public Task<Integer> keeps(Completer<Void> gate) {
        Object first = new Object();
        dead = new WeakReference<>(first);
        Object second = new Object();
        alive = new WeakReference<>(second);
        int hash = first.hashCode();
        await(gate.task());
        return done(second.hashCode() - hash);
    }

    @Async
    public Task<Integer> keepsInLoop(List<Completer<Void>> gates) {
        int sum = 0;
        for (Completer<Void> gate : gates) {
            Object each = new Object();
            dead = new WeakReference<>(each);
            sum += each.hashCode();
            await(gate.task());
        }
        return done(sum);
    }

    @Async
    public Task<Void> keepsParameter(Object parameter, Completer<Void> gate) {
        dead = new WeakReference<>(parameter);
        await(gate.task());
        return done();
    }

    @Async
    public Task<Long> ready(long rounds) {
        Task<Integer> one = done(1);
        long sum = 0;
        for (long i = 0; i < rounds; i++) {
            sum += await(one);
        }
        return done(sum);
    }

    @Async
    public Task<Long> suspended(long rounds) {
        long i = 0;
        while (i < rounds) {
            await(checkpoint());
            i++;
        }
        return done(i);
    }

    @Async
    public Task<Integer> link(Task<Integer> before) {
        return done(await(before) + 1);
    }

    public Task<Integer> chain(int length, Completer<Integer> start) {
        Task<Integer> last = start.task();
        for (int i = 0; i < length; i++) {
            last = link(last);
        }
        return last;
    }

    @Async
    public Task<Integer> failsInLoop(Task<Void> gate) {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            await(gate);
            if (i == 1) {
                fail(); // loop
            }
            sum++;
        }
        return done(sum);
    }

    @Async
    public Task<Integer> failsInTry(Task<Void> gate) {
        try {
            await(gate);
            field++;
            fail(); // try
        } finally {
            await(gate);
            field--;
        }
        return done(field);
    }

    @Async
    public Task<Integer> failsInFinally(Task<Void> gate) {
        try {
            await(gate);
            field++;
        } finally {
            await(gate);
            fail(); // finally
        }
        return done(field);
    }

    @Async
    public Task<Integer> failsInCatch(Task<Void> gate) {
        try {
            await(gate);
            throw new IllegalArgumentException();
        } catch (IllegalArgumentException caught) {
            await(gate);
            fail(); // catch
        }
        return done(field);
    }

    @Async
    public Task<Integer> failsInLambda(Task<Void> gate) {
        int base = field;
        await(gate);
        IntUnaryOperator function = n -> {
            int sum = n + base;
            return sum / base; // lambda
        };
        return done(function.applyAsInt(1));
    }

    @Async
    public Task<Integer> failsInExpression(Task<Void> gate) {
        await(gate);
        int result = one()
                + one()
                + one() / zero(); // expression
        return done(result);
    }

    @Async
    public Task<Integer> failsInArguments(Task<Integer> value) {
        field = 1;
        return done(plus(await(value), one() / zero())); // arguments
    }

    @Async
    public Task<Integer> failsInCondition(Task<Void> gate) {
        await(gate);
        while (one() / zero() > await(checkpointed())) { // condition
            field++;
        }
        return done(field);
    }

    @Async
    private Task<Integer> checkpointed() {
        await(checkpoint());
        return done(1);
    }

    private static int plus(int a, int b) {
        return a + b;
    }

    private static int one() {
        return 1;
    }

    private static int zero() {
        return 0;
    }

    private static void fail() {
        throw new IllegalStateException();
    }
}
