package dev.fermata;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several event loops, each on a thread of its own, for work that one core is not enough for. Work is placed on one of
 * them and stays there: in turn, or by a key, so that what has the same key runs on the same thread and needs no lock. Tasks
 * of different loops can await each other. Any thread, but for what says otherwise.
 *
 * <p>It has to be shut down or closed: its threads keep the JVM alive.
 */
public final class EventLoopGroup implements AutoCloseable {
    private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

    private final List<GroupedLoop> loops = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean shutDown;

    /** A loop for each core. */
    public EventLoopGroup() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /** So many loops. */
    public EventLoopGroup(int size) {
        this(size, EventLoop::new);
    }

    /**
     * So many loops, each of which {@code maker} makes.
     *
     * @param maker gives loops that have not run; the group closes them
     */
    public EventLoopGroup(int size, Supplier<EventLoop> maker) {
        if (size < 1) {
            throw new IllegalArgumentException("a group must have at least one loop, not " + size);
        }
        try {
            for (int i = 0; i < size; i++) {
                loops.add(new GroupedLoop(maker.get(), "fermata-loop-" + (i + 1)));
            }
            loops.forEach(GroupedLoop::start);
        } catch (Throwable failure) { // nobody will have the group, to close it
            loops.forEach(GroupedLoop::giveUp);
            throw failure;
        }
    }

    /** How many loops there are. */
    public int size() {
        return loops.size();
    }

    /**
     * Starts work on the loop whose turn it is. The task belongs to the caller's loop, which may be one of the group, and is
     * resumed there; to cancel it cancels the work. On the thread of any loop.
     *
     * @throws RejectedExecutionException if the group was shut down
     * @throws IllegalStateException if no loop runs on this thread: {@link #submit(AsyncCallable)} needs none
     */
    public <T extends @Nullable Object, X extends Exception> Task<T> spawn(AsyncCallable<T, X> body) throws X {
        return next().spawn(body);
    }

    /** As {@link #spawn(AsyncCallable)}, on the loop that all work with this key is placed on. */
    public <T extends @Nullable Object, X extends Exception> Task<T> spawn(Object key, AsyncCallable<T, X> body)
            throws X {
        return of(key).spawn(body);
    }

    /**
     * Starts work on the loop whose turn it is. To cancel the future cancels the work.
     *
     * @throws RejectedExecutionException if the group was shut down
     */
    public <T extends @Nullable Object> CompletableFuture<T> submit(AsyncCallable<? extends T, ?> body) {
        return next().submit(body);
    }

    /** As {@link #submit(AsyncCallable)}, on the loop that all work with this key is placed on. */
    public <T extends @Nullable Object> CompletableFuture<T> submit(Object key, AsyncCallable<? extends T, ?> body) {
        return of(key).submit(body);
    }

    private EventLoop next() {
        return accepting(Math.floorMod(turn.getAndIncrement(), loops.size()));
    }

    private EventLoop of(Object key) {
        int hash = Objects.requireNonNull(key, "the key by which work is placed is null")
                .hashCode();
        return accepting(Math.floorMod(hash ^ hash >>> 16, loops.size()));
    }

    private EventLoop accepting(int index) {
        if (shutDown) {
            throw new RejectedExecutionException("the event loop group was shut down: it takes no more work");
        }
        return loops.get(index).loop;
    }

    /**
     * Takes no more work, lets that which there is run for so long, then cancels what is left, and ends the threads when
     * that has ended. Does not wait. Called again, the shorter time counts.
     *
     * @param grace zero: all is cancelled at once
     * @return done when all threads have ended: how many tasks had to be cancelled. Fails if a loop did
     * @throws IllegalArgumentException if the time is negative
     */
    public CompletableFuture<Integer> shutdown(Duration grace) {
        long nanos = Durations.nanos(Durations.notNegative("shutdown", grace));
        shutDown = true;
        CompletableFuture<Integer> cancelled = CompletableFuture.completedFuture(0);
        for (GroupedLoop each : loops) {
            each.stop(nanos);
            cancelled = cancelled.thenCombine(each.ended, Integer::sum);
        }
        return cancelled;
    }

    /**
     * Takes no more work, and waits until that which there is has ended. Interrupted, it cancels what is left, and waits for
     * that.
     *
     * @throws IllegalStateException on a thread of the group, which would wait for itself
     * @throws java.util.concurrent.CompletionException if a loop has failed; the others have ended all the same
     */
    @Override
    public void close() {
        for (GroupedLoop each : loops) {
            if (each.loop.isOwnedHere()) {
                throw new IllegalStateException(
                        "the event loop group cannot be closed on "
                                + each.loop.describeThread()
                                + ", which is one of its own and would wait for itself: use shutdown(...), which does not wait");
            }
        }
        CompletableFuture<Integer> end = shutdown(FOR_EVER);
        boolean interrupted = false;
        while (!end.isDone()) {
            try {
                end.get();
            } catch (InterruptedException e) {
                interrupted = true;
                end = shutdown(Duration.ZERO);
            } catch (ExecutionException failed) {
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        end.join();
    }
}
