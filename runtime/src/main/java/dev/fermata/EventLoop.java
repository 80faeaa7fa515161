package dev.fermata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on one thread: that which calls {@link #run}. Between two awaits nothing else runs on it.
 *
 * <p>An iteration has four phases, in this order:
 * <ol>
 *   <li><b>inbox</b>: what other threads handed over, in the order in which it came;
 *   <li><b>timers</b>: the sleeps that are due end, by deadline;
 *   <li><b>ready</b>: the batch of continuations that are ready when the phase begins are run, in {@link ReadyOrder}. What
 *       becomes ready meanwhile makes the next batch; batches follow each other until none is ready or a slice of time
 *       (50 µs) is over, so that a switch between tasks costs no system call;
 *   <li><b>poll</b>: the poller calls the handlers of ready channels; it waits, until the next deadline or for a message,
 *       only if no continuation is ready.
 * </ol>
 *
 * <p>{@link #execute} may be called from any thread; all else is for the loop's own, but for what says otherwise.
 */
public final class EventLoop implements Executor, AutoCloseable {
    private static final ThreadLocal<EventLoop> CURRENT = new ThreadLocal<>();

    final ReadyQueue ready = new ReadyQueue();
    final Timers timers = new Timers();
    final SpawnedTasks spawned = new SpawnedTasks();
    final UnobservedFailures unobserved;

    private final Inbox inbox = new Inbox();
    private final Clock clock;
    private final Poller poller;
    private final ReadyOrder order;
    private final FailureHandler failures;
    private final Pace pace;

    /** Who runs this, or ran it last. */
    private @Nullable Thread thread;

    private boolean running;
    private volatile boolean closed;
    private @Nullable OffloadPool offloads;

    private long iterations;
    private long resumptions;
    private long polls;
    private long waits;

    /** A loop on the system's clock and selector, in FIFO order, whose unobserved failures are logged. */
    public EventLoop() {
        this(Clock.system(), NioPoller.open(), ReadyOrder.fifo(), FailureHandler.logging());
    }

    /** A loop on the given parts; it closes the poller when it is closed. */
    public EventLoop(Clock clock, Poller poller, ReadyOrder order, FailureHandler failures) {
        this.clock = clock;
        this.poller = poller;
        this.order = order;
        this.failures = failures;
        this.pace = new Pace(clock);
        this.unobserved = new UnobservedFailures(this, failures);
    }

    /**
     * The loop that runs on this thread. Any thread.
     *
     * @throws IllegalStateException if there is none
     */
    public static EventLoop current() {
        EventLoop loop = CURRENT.get();
        if (loop == null) {
            throw new NoRunningLoopException(null);
        }
        return loop;
    }

    static @Nullable EventLoop find() {
        return CURRENT.get();
    }

    /**
     * Runs a task on this thread, and with it all that it starts, until it is done. Spawned tasks that are not done by
     * then are cancelled and waited for. Interrupting the thread cancels the task.
     *
     * @return the value of the task; its failure is thrown, the same object
     * @throws IllegalStateException if a loop runs on this thread already, or this one on another; or if it is closed
     */
    public <T extends @Nullable Object, X extends Exception> T run(AsyncCallable<? extends T, X> main) throws X {
        enter();
        boolean interrupted = false;
        try {
            Task<T> task = spawn(main);
            interrupted = runUntilDone(task);
            for (Task<?> left = spawned.last(); left != null; left = spawned.last()) {
                spawned.cancelAll();
                interrupted |= runUntilDone(left);
            }
            return task.result();
        } finally {
            running = false;
            CURRENT.remove();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void enter() {
        if (closed) {
            throw new IllegalStateException("the event loop is closed");
        }
        if (CURRENT.get() != null) {
            throw alreadyRunning();
        }
        if (running) {
            throw new IllegalStateException("the event loop runs already, on " + describeThread());
        }
        running = true;
        thread = Thread.currentThread();
        CURRENT.set(this);
    }

    static IllegalStateException alreadyRunning() {
        return new IllegalStateException("an event loop runs on this thread already: "
                + "await the task instead of running it, or start it beside this one with Fermata.spawn(...)");
    }

    /** True if the thread was interrupted meanwhile. */
    private boolean runUntilDone(Task<?> task) {
        boolean interrupted = false;
        for (; ; ) {
            iterations++;
            receive();
            long now = clock.nanos();
            timers.fire(now);
            pace.startSlice(now);
            do {
                runBatch(task);
                if (task.isDone()) {
                    return interrupted;
                }
            } while (!ready.isEmpty() && !pace.isSliceOver());
            poll();
            if (Thread.interrupted()) { // left set, it would keep the poller from waiting
                interrupted = true;
                task.cancel();
            }
        }
    }

    private void receive() {
        Continuation each = inbox.takeAll();
        while (each != null) {
            Continuation received = each;
            each = received.next;
            received.next = null;
            received.proceed();
        }
    }

    /** Runs what is ready, up to where the batch ends or {@code task} is done. */
    private void runBatch(Task<?> task) {
        int size = order.beginBatch(ready, pace.stride());
        int left = size;
        Continuation next;
        while (left > 0 && (next = ready.poll()) != null) {
            left--;
            next.proceed();
            if (task.isDone()) {
                break;
            }
        }
        resumptions += size - left;
        pace.ran(size - left);
    }

    private void poll() {
        long timeout = 0;
        if (ready.isEmpty() && inbox.fallAsleep()) {
            timeout = timers.isEmpty() ? Long.MAX_VALUE : Math.max(0, timers.earliest() - clock.nanos());
            waits++;
        }
        polls++;
        try {
            poller.poll(timeout);
        } catch (IOException e) {
            throw new UncheckedIOException("the event loop's poller failed", e);
        }
        unobserved.reportUnreachable();
    }

    /** Hands a continuation over from any thread; false if the loop is closed. */
    boolean post(Continuation continuation) {
        Inbox.Reception reception = inbox.put(continuation);
        if (reception == Inbox.Reception.WAKE) {
            poller.wakeup();
        }
        return reception != Inbox.Reception.CLOSED;
    }

    /**
     * Has an action run on the loop's thread, after those that were handed over before. What it throws goes to the
     * failure handler. Any thread.
     *
     * @throws RejectedExecutionException if the loop is closed
     */
    @Override
    public void execute(Runnable action) {
        if (!post(new Action(action, failures))) {
            throw new RejectedExecutionException("the event loop of " + describeThread() + " is closed");
        }
    }

    <T extends @Nullable Object> Task<T> spawn(AsyncCallable<? extends T, ?> body) {
        Spawned<T> task = new Spawned<>(this, body);
        ready.add(task);
        return task;
    }

    Task<Void> sleep(long nanos) {
        if (nanos <= 0) {
            return Checkpoint.INSTANCE;
        }
        Sleep sleep = new Sleep(this);
        long now = clock.nanos(); // not that of the iteration's begin: a sleep is never too short
        timers.add(sleep, nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos);
        return sleep;
    }

    OffloadPool offloads() {
        OffloadPool pool = offloads;
        if (pool == null) {
            pool = new OffloadPool();
            offloads = pool;
        }
        return pool;
    }

    /** The poller, for those who bring channels of their own. */
    public Poller poller() {
        return poller;
    }

    /** The clock that this goes by. */
    public Clock clock() {
        return clock;
    }

    /** How many times the four phases were gone through. */
    public long iterations() {
        return iterations;
    }

    /** How many continuations were run: each is a switch between tasks in user mode. */
    public long resumptions() {
        return resumptions;
    }

    /** How many times the poller was asked: each enters the kernel. */
    public long polls() {
        return polls;
    }

    /** How many of the polls were allowed to wait: there was nothing to run. */
    public long waits() {
        return waits;
    }

    boolean isConfinedHere() {
        return Thread.currentThread() == thread;
    }

    /** Throws on another thread than the loop's. */
    void confine() {
        if (Thread.currentThread() != thread) {
            throw wrongThread();
        }
    }

    private IllegalStateException wrongThread() {
        return new IllegalStateException("a task of the event loop of " + describeThread() + " was used on thread \""
                + Thread.currentThread().getName() + "\": a task is confined to its loop's thread. "
                + "Hand the work to it with EventLoop.execute(...), or complete a Completer, which any thread may");
    }

    String describeThread() {
        Thread thread = this.thread;
        return thread == null ? "no thread yet" : "thread \"" + thread.getName() + '"';
    }

    /**
     * Ends the loop: closes the poller with all channels that are registered, interrupts what is offloaded, and reports
     * the failures that nobody observed. Tasks that are not done stay so. Closing again has no effect.
     *
     * @throws IllegalStateException if the loop runs
     */
    @Override
    public void close() {
        if (running) {
            throw new IllegalStateException("the event loop runs, on " + describeThread()
                    + ": it can be closed when run(...) has returned");
        }
        if (closed) {
            return;
        }
        closed = true;
        inbox.close();
        OffloadPool pool = offloads;
        if (pool != null) {
            pool.close();
        }
        try {
            poller.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the event loop's poller failed to close", e);
        } finally {
            unobserved.close();
        }
    }

    /** What {@link #execute} was given. */
    private static final class Action extends Continuation {
        private final Runnable action;
        private final FailureHandler failures;

        Action(Runnable action, FailureHandler failures) {
            this.action = action;
            this.failures = failures;
        }

        @Override
        void proceed() {
            try {
                action.run();
            } catch (Throwable failure) {
                failures.report("an action that EventLoop.execute(...) was given has failed", failure);
            }
        }
    }
}
