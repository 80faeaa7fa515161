package machine;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.each;
import static dev.fermata.Fermata.emit;
import static dev.fermata.Fermata.end;

import dev.fermata.Async;
import dev.fermata.AsyncSequence;
import dev.fermata.Completer;
import dev.fermata.Task;
import dev.fermata.TaskLocal;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

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

    @Async
    public CompletableFuture<Integer> plusOne(CompletionStage<Integer> before) {
        return CompletableFuture.completedFuture(await(before) + 1);
    }

    public CompletableFuture<Integer> futures(int length, CompletableFuture<Integer> start) {
        CompletableFuture<Integer> last = start;
        for (int i = 0; i < length; i++) {
            last = plusOne(last);
        }
        return last;
    }

    @Async
    public CompletionStage<Long> readyStages(long rounds) {
        long sum = 0;
        for (long i = 0; i < rounds; i++) {
            sum += await(CompletableFuture.completedStage(1));
        }
        return CompletableFuture.completedFuture(sum);
    }

    @Async
    public CompletableFuture<Long> readyFutures(CompletableFuture<Integer> one, long rounds) {
        long sum = 0;
        for (long i = 0; i < rounds; i++) {
            sum += await(one);
        }
        return CompletableFuture.completedFuture(sum);
    }

    @Async
    public CompletableFuture<String> threads(CompletionStage<Void> gate, List<String> seen) {
        seen.add(Thread.currentThread().getName());
        await(gate);
        seen.add(Thread.currentThread().getName());
        return CompletableFuture.completedFuture("done");
    }

    @Async
    public CompletableFuture<String> cancellable(CompletionStage<?> gate, CompletionStage<?> last, List<Object> seen) {
        try {
            await(gate);
            return CompletableFuture.completedFuture("value");
        } catch (RuntimeException failure) {
            seen.add(failure);
            throw failure;
        } finally {
            await(last);
            seen.add("finally");
        }
    }

    @Async
    public CompletableFuture<String> counted(CompletionStage<?> gate, List<Object> seen) {
        try {
            await(gate);
            return CompletableFuture.completedFuture("value");
        } finally {
            seen.add("finally");
        }
    }

    @Async
    public CompletableFuture<String> cancellableTask(Task<?> gate, List<Object> seen) {
        try {
            await(gate);
            return CompletableFuture.completedFuture("value");
        } finally {
            seen.add("finally");
        }
    }

    @Async
    public CompletableFuture<Void> failsLate(CompletionStage<?> gate) {
        try {
            await(gate);
        } finally {
            fail();
        }
        return CompletableFuture.completedFuture(null);
    }

    @Async
    public void forgets(CompletionStage<Integer> number, List<Object> seen) {
        seen.add("begun");
        if (number == null) {
            return;
        }
        seen.add(10 / await(number));
    }

    @Async
    public AsyncSequence<Integer> numbers(int count, Task<?> between, List<Object> seen) {
        seen.add("begun");
        try {
            for (int i = 0; i < count; i++) {
                await(between);
                emit(i);
            }
        } finally {
            seen.add("finally");
            await(between);
            seen.add("ended");
        }
        return end();
    }

    @Async
    public Task<Long> sumOf(AsyncSequence<Integer> numbers) {
        long sum = 0;
        for (int n : each(numbers)) {
            sum += n;
        }
        return done(sum);
    }

    @Async
    public Task<Integer> firstOf(AsyncSequence<Integer> numbers) {
        for (int n : each(numbers)) {
            return done(n);
        }
        return done(-1);
    }

    @Async
    public AsyncSequence<Integer> constant(int value, long count, boolean held) {
        for (long i = 0; i < count; i++) {
            if (held) {
                await(checkpoint());
            }
            emit(value);
        }
        return end();
    }

    @Async
    public AsyncSequence<Integer> handingOver(int from, int to, int step) {
        if (from % step == 0) {
            emit(from);
        }
        return from == to ? end() : handingOver(from + 1, to, step);
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

    @Async
    public CompletableFuture<String> inLambda(CompletableFuture<Void> gate, List<Object> seen) {
        Supplier<CompletableFuture<String>> waits = () -> {
            seen.add(Thread.currentThread().getName());
            await(gate);
            seen.add(Thread.currentThread().getName());
            return CompletableFuture.completedFuture("lambda");
        };
        return waits.get();
    }

    public void forgetsInLocalClass(CompletableFuture<Integer> number, List<Object> seen) {
        long factor = 2;
        class Local {
            @Async
            void go(long plus) {
                seen.add("begun");
                seen.add(factor * await(number) + plus);
            }
        }
        new Local().go(1);
    }

    @Async
    public CompletableFuture<String> seesLocal(
            TaskLocal<String> local, CompletableFuture<Void> gate, List<Object> seen) {
        seen.add("before: " + local.orElse("none"));
        await(gate);
        seen.add("after: " + local.orElse("none"));
        return CompletableFuture.completedFuture("done");
    }
}
