package machine;

import static dev.fermata.Fermata.asCompleted;
import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.each;
import static dev.fermata.Fermata.emit;
import static dev.fermata.Fermata.end;
import static dev.fermata.Fermata.isCancelRequested;
import static dev.fermata.Fermata.sleep;

import dev.fermata.Async;
import dev.fermata.AsyncSequence;
import dev.fermata.Task;
import dev.fermata.TaskScope;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** Bodies that open task scopes; what they do is traced. */
public final class Scopes {
    public final List<String> trace = new ArrayList<>();
    public TaskScope<RuntimeException> shared;

    @Async
    public Task<Integer> work(String name, int seconds, int value) {
        try {
            await(sleep(Duration.ofSeconds(seconds)));
            trace.add(name + " done");
            return done(value);
        } catch (CancellationException e) {
            trace.add(name + " cancelled");
            throw e;
        } finally {
            await(checkpoint());
            trace.add(name + " ends");
        }
    }

    @Async
    public Task<Integer> fail(String name, int seconds, Exception failure) throws IOException {
        await(sleep(Duration.ofSeconds(seconds)));
        trace.add(name + " fails");
        if (failure instanceof IOException checked) {
            throw checked;
        }
        throw (RuntimeException) failure;
    }

    @Async
    public Task<Integer> sum() {
        try (var scope = TaskScope.open()) {
            Task<Integer> left = scope.spawn(() -> work("left", 2, 1));
            Task<Integer> right = scope.spawn(() -> work("right", 1, 2));
            return done(await(left) + await(right));
        } finally {
            trace.add("left the block");
        }
    }

    @Async
    public Task<String> waitsForTheUnawaited() {
        try (var scope = TaskScope.open()) {
            scope.spawn(() -> work("child", 1, 1));
            trace.add("block ends");
        }
        trace.add("after");
        return done("value");
    }

    @Async
    public Task<Integer> failsFast(Exception failure) throws IOException {
        try (TaskScope<IOException> scope = TaskScope.open()) {
            scope.spawn(() -> fail("bad", 1, failure));
            scope.spawn(() -> work("sibling", 10, 1));
            await(work("body", 10, 1));
            trace.add("not reached");
        } finally {
            await(sleep(Duration.ofSeconds(1)));
            trace.add("after, cancelled " + isCancelRequested());
        }
        return done(0);
    }

    @Async
    public Task<String> goesOnAfter(Exception failure) {
        try (TaskScope<IOException> scope = TaskScope.open()) {
            scope.spawn(() -> fail("bad", 1, failure));
            try {
                await(work("body", 10, 1));
            } catch (CancellationException swallowed) {
                trace.add("swallowed");
            }
            await(sleep(Duration.ofSeconds(1)));
            trace.add("not reached");
        } catch (IOException | RuntimeException e) {
            trace.add("caught " + (e == failure));
        }
        await(sleep(Duration.ofSeconds(1)));
        return done("went on");
    }

    @Async
    public Task<Void> bodyFails(Exception failure) {
        try (var scope = TaskScope.open()) {
            scope.spawn(() -> work("child", 10, 1));
            scope.spawn(() -> failsInCleanUp());
            await(sleep(Duration.ofSeconds(1)));
            throw (RuntimeException) failure;
        }
    }

    @Async
    private Task<Void> failsInCleanUp() {
        try {
            await(sleep(Duration.ofSeconds(10)));
        } finally {
            await(checkpoint());
            throwing();
        }
        return done();
    }

    private static void throwing() {
        throw new IllegalArgumentException("clean-up");
    }

    @Async
    public Task<String> cancelled(Duration afterwards) {
        try (var scope = TaskScope.open()) {
            scope.spawn(() -> work("child", 10, 1));
            await(work("body", 10, 1));
        } finally {
            await(sleep(afterwards));
            trace.add("cleaned up");
        }
        return done("value");
    }

    @Async
    public Task<String> cancelsItself() {
        String result = "interrupted";
        try (var scope = TaskScope.open()) {
            scope.spawn(() -> work("child", 10, 1));
            await(checkpoint());
            await(checkpoint());
            scope.cancel();
            result = "ended";
        }
        await(sleep(Duration.ofSeconds(1)));
        return done(result);
    }

    @Async
    public Task<String> isCancelledByItsChild() {
        try (var scope = TaskScope.open()) {
            scope.spawn(() -> {
                scope.cancel();
                return done();
            });
            await(work("body", 10, 1));
        } catch (CancellationException e) {
            trace.add("caught");
        }
        await(sleep(Duration.ofSeconds(1)));
        return done("went on");
    }

    @Async
    public Task<String> deadline(int outerSeconds, int innerSeconds) {
        try (var outer = TaskScope.withDeadline(Duration.ofSeconds(outerSeconds))) {
            trace.add("cancelled " + outer.isCancelled());
            try (var inner = TaskScope.withDeadline(Duration.ofSeconds(innerSeconds))) {
                inner.spawn(() -> work("child", 100, 1));
                await(work("body", 100, 1));
            } catch (RuntimeException e) {
                trace.add("inner " + e.getClass().getSimpleName());
            }
            await(sleep(Duration.ofSeconds(1)));
            trace.add("inner was left");
        } catch (RuntimeException e) {
            trace.add("outer " + e.getClass().getSimpleName());
        }
        await(sleep(Duration.ofSeconds(1)));
        return done("end");
    }

    @Async
    public Task<String> supervises(Exception failure) throws IOException {
        try (TaskScope<IOException> scope = TaskScope.supervising()) {
            Task<Integer> bad = scope.spawn(() -> fail("bad", 1, failure));
            Task<Integer> good = scope.spawn(() -> work("good", 2, 5));
            try {
                await(bad);
            } catch (Exception e) {
                trace.add("awaited");
            }
            return done("good " + await(good));
        }
    }

    @Async
    public Task<Integer> loops() {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            int n = i;
            try (var scope = TaskScope.open()) {
                Task<Integer> task = scope.spawn(() -> work("task " + n, 1, n));
                if (i == 1) {
                    continue;
                }
                sum += await(task);
                if (i == 2) {
                    break;
                }
            }
        }
        return done(sum);
    }

    @Async
    public Task<Void> lends() {
        try (var scope = TaskScope.open()) {
            await(spawnInto(scope));
            scope.spawn(() -> spawnInto(scope));
        }
        trace.add("closed");
        return done();
    }

    @Async
    private Task<Void> spawnInto(TaskScope<RuntimeException> scope) {
        await(checkpoint());
        scope.spawn(() -> work("lent", 1, 1));
        return done();
    }

    @Async
    public Task<Void> opensElsewhere() {
        TaskScope<RuntimeException> scope = TaskScope.open();
        scope.spawn(() -> work("child", 1, 1));
        try (scope) {
            trace.add("block ends");
        }
        trace.add("closed");
        return done();
    }

    @Async
    public Task<Void> entersTwice() {
        try (var scope = TaskScope.open()) {
            shared = scope;
            try (scope) {
                await(checkpoint());
            }
        }
        return done();
    }

    @Async
    public Task<Void> skipsNull() {
        TaskScope<RuntimeException> none = null;
        try (none) {
            await(checkpoint());
        }
        return done();
    }

    @Async
    public Task<Void> opensInFinally(Exception failure) throws IOException {
        try {
            await(work("body", 10, 1));
        } finally {
            try (TaskScope<IOException> scope = TaskScope.open()) {
                scope.spawn(() -> fail("bad", 1, failure));
                await(sleep(Duration.ofSeconds(10)));
                trace.add("not reached");
            } catch (IOException e) {
                trace.add("caught");
            }
            await(sleep(Duration.ofSeconds(1)));
            trace.add("cleaned up");
        }
        return done();
    }

    @Async
    public CompletableFuture<String> cleaningUp() {
        try (TaskScope<RuntimeException> scope = TaskScope.open()) {
            scope.spawn(() -> sleep(Duration.ofHours(1)));
            try {
                await(sleep(Duration.ofHours(1)));
            } finally {
                await(sleep(Duration.ofSeconds(1)));
                trace.add("cleaned up");
            }
        }
        return CompletableFuture.completedFuture("not reached");
    }

    @Async
    public CompletableFuture<String> future(Exception failure) {
        try (TaskScope<IOException> scope = TaskScope.open()) {
            scope.spawn(() -> fail("bad", 1, failure));
            await(work("body", 5, 0));
        } catch (IOException e) {
            trace.add("caught " + isCancelRequested());
        }
        await(sleep(Duration.ofSeconds(1)));
        return CompletableFuture.completedFuture("went on");
    }

    @Async
    public void nothing(Exception failure) {
        try (TaskScope<IOException> scope = TaskScope.open()) {
            scope.spawn(() -> fail("bad", 1, failure));
            await(work("body", 5, 0));
        } catch (IOException e) {
            trace.add("caught " + isCancelRequested());
        }
        await(sleep(Duration.ofSeconds(1)));
        trace.add("went on");
    }

    @Async
    public Task<List<Integer>> generated(Exception failure, boolean heldAtEmit) {
        List<Integer> values = new ArrayList<>();
        for (int value : each(values(failure, heldAtEmit))) {
            values.add(value);
            await(sleep(Duration.ofSeconds(2)));
        }
        return done(values);
    }

    @Async
    private AsyncSequence<Integer> values(Exception failure, boolean heldAtEmit) {
        try (TaskScope<IOException> scope = TaskScope.open()) {
            scope.spawn(() -> fail("bad", 1, failure));
            if (heldAtEmit) {
                emit(1);
            }
            await(work("body", 5, 0));
        } catch (IOException e) {
            trace.add("caught " + isCancelRequested());
        }
        await(sleep(Duration.ofSeconds(1)));
        emit(2);
        return end();
    }

    @Async
    public Task<List<Object>> asTheyEnd() {
        List<Object> values = new ArrayList<>();
        try (var scope = TaskScope.open()) {
            scope.spawn(() -> work("slow", 3, 1));
            scope.spawn(() -> work("fast", 1, 2));
            for (Task<?> task : each(scope.completed())) {
                values.add(await(task));
                if (values.size() == 1) {
                    scope.spawn(() -> work("late", 1, 3));
                }
            }
            trace.add("loop ends");
        }
        return done(values);
    }

    @Async
    public Task<List<Integer>> inOrderOfCompletion() {
        List<Integer> values = new ArrayList<>();
        for (Task<Integer> task : each(asCompleted(work("slow", 2, 1), work("fast", 1, 2)))) {
            values.add(await(task));
        }
        return done(values);
    }
}
