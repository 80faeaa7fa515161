package dev.fermata;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
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

    /** How many tasks that were left behind are named. */
    private static final int MOST_TOLD = 20;

    final ReadyQueue ready = new ReadyQueue();
    final Timers timers = new Timers();
    final SpawnedTasks spawned = new SpawnedTasks();
    final DeadlockSuspects suspects = new DeadlockSuspects();
    final UnawaitedCalls unawaited = new UnawaitedCalls();
    final UnobservedFailures unobserved;

    /** Those that are not closed, in the order in which they were opened. */
    final Set<TaskScope<?>> openScopes = new LinkedHashSet<>();

    /** The cancelled frame that was resumed last, or the last to be cancelled while it ran. */
    @Nullable Continuation lastCancelled;

    /** What this has given to other threads. */
    final Offloads offloads = new Offloads(this);

    /** Those who wait here for other threads. What is ready when this is closed does not run any more: they are told then. */
    final Set<Continuation> visitors = new LinkedHashSet<>();

    /** That of the code that runs now. Without carriers it is null between resumptions; with them it never is. */
    @Nullable Context context;

    final Carriers carriers = new Carriers();

    /** That of code which runs for no task: what the thread had when this began to run. Null without carriers. */
    private @Nullable Context outside;

    private final Inbox inbox = new Inbox();
    private @Nullable Watchdog watchdog;
    private final LeftOpen leftOpen = new LeftOpen();
    private final Clock clock;
    private final Poller poller;
    private final FailureHandler failures;
    private final Phases phases;

    /** The thread that ran this first, and the only one that may. */
    private @Nullable Thread owner;

    /** The owner while this runs, else null. Other threads may see it late, but never themselves in it. */
    private @Nullable Thread thread;

    private volatile boolean closed;

    /** A loop on the system's clock and selector, in FIFO order, whose unobserved failures are logged. */
    public EventLoop() {
        this(Clock.system(), NioPoller.open(), ReadyOrder.fifo(), FailureHandler.logging());
    }

    /** A loop on the given parts; it closes the poller when it is closed. */
    public EventLoop(Clock clock, Poller poller, ReadyOrder order, FailureHandler failures) {
        this.clock = clock;
        this.poller = poller;
        this.failures = failures;
        this.unobserved = new UnobservedFailures(this, failures);
        this.phases = new Phases(this, inbox, clock, timers, order, ready, poller, unobserved);
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
     * Runs a task on this thread, and with it all that it starts, until it is done. Spawned tasks, and calls that nobody
     * awaits, that are not done by then are told to the {@link FailureHandler}, cancelled and waited for. Interrupting the
     * thread cancels the task.
     *
     * @return the value of the task; its failure is thrown, the same object
     * @throws IllegalStateException if a loop runs on this thread already, if this one ran on another before, or if it is closed
     */
    public <T extends @Nullable Object, X extends Exception> T run(AsyncCallable<? extends T, X> main) throws X {
        Objects.requireNonNull(main, "run(null): the main task must be given");
        enter();
        boolean interrupted = false;
        try {
            Task<T> task = start(main);
            leaveTasks();
            interrupted = phases.runUntilDone(task);
            tellOfLeft();
            for (List<? extends Task<?>> left = leftBehind(); !left.isEmpty(); left = leftBehind()) {
                for (Task<?> each : left) {
                    interrupted |= !each.isDone() && phases.runUntilDone(each);
                }
            }
            return task.result();
        } finally {
            thread = null;
            CURRENT.remove();
            leaveTasks();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Cancels what has outlived the main task, and returns it; what is left by that, or comes meanwhile, is for the next time. */
    private List<? extends Task<?>> leftBehind() {
        if (spawned.last() != null) {
            spawned.cancelAll();
            return spawned.all();
        }
        List<Frame<?>> calls = unawaited.all();
        if (!calls.isEmpty()) {
            calls.forEach(Task::cancel);
            return calls;
        }
        return openScopes.isEmpty()
                ? List.of()
                : List.of(openScopes.iterator().next().abandon(failures));
    }

    private void tellOfLeft() {
        if (spawned.last() != null || !unawaited.all().isEmpty()) {
            TaskTree left = TaskTree.leftIn(this, MOST_TOLD);
            if (!left.roots().isEmpty()) {
                failures.leftBehind(left);
            }
        }
    }

    /**
     * Has a carrier take along, with each task of this loop, what another library keeps for each thread.
     *
     * @throws IllegalStateException if this has run already: some tasks would know of the carrier and others not
     */
    public void carry(ContextCarrier carrier) {
        if (owner != null) {
            throw new IllegalStateException("the event loop has run already: give it its carriers before run(...)");
        }
        carriers.add(carrier);
    }

    /**
     * Has a thread watch this loop, and tell {@code handler} when it has not gone round for so long, since one resumption takes
     * all that time. 100 ms finds what keeps others waiting; some seconds, what blocks for ever. It ends when the loop is closed.
     *
     * @throws IllegalArgumentException if the duration is not positive
     * @throws IllegalStateException if the loop is watched already, or does not run on this thread
     */
    public void watch(Duration longest, StallHandler handler) {
        confine();
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException(
                    "watch(" + longest + "): how long the loop may be held up must be a positive duration");
        }
        if (watchdog != null) {
            throw new IllegalStateException("the event loop is watched already");
        }
        watchdog = new Watchdog(Thread.currentThread(), phases, Durations.nanos(longest), handler, System.nanoTime());
        watchdog.start();
    }

    /** The context of the code that runs now, for a task that goes on later. */
    @Nullable Context contextToKeep() {
        if (carriers.isEmpty()) {
            return context;
        }
        return new Context(context == null ? null : context.bindings(), carriers.capture());
    }

    /** Makes a context that was kept that of the code to run now. */
    void enterContext(@Nullable Context kept) {
        if (carriers.isEmpty()) {
            context = kept;
            return;
        }
        carriers.restore(kept == null ? null : kept.carried());
        context = new Context(kept == null ? null : kept.bindings(), null);
    }

    /** Does something in a context that was kept, in the midst of what runs in another. */
    void runIn(@Nullable Context kept, Runnable action) {
        Context around = contextToKeep();
        enterContext(kept);
        try {
            action.run();
        } finally {
            enterContext(around);
        }
    }

    /** Has what runs next, which belongs to no task, not see what the task has that ran last. */
    void leaveTasks() {
        if (context != outside) {
            enterContext(outside);
        }
    }

    private void enter() {
        if (closed) {
            throw new IllegalStateException("the event loop is closed");
        }
        if (CURRENT.get() != null) {
            throw alreadyRunning();
        }
        Thread here = Thread.currentThread();
        if (owner != null && owner != here) {
            throw new IllegalStateException("the event loop belongs to " + describeThread()
                    + ", on which it ran first: it cannot run on thread \"" + here.getName() + "\" too");
        }
        owner = here;
        thread = here;
        Context inherited = Context.here();
        outside = carriers.isEmpty() ? null : new Context(null, carriers.capture());
        context = inherited != null || outside == null ? inherited : new Context(null, null);
        CURRENT.set(this);
    }

    static IllegalStateException alreadyRunning() {
        return new IllegalStateException("an event loop runs on this thread already: "
                + "await the task instead of running it, or start it beside this one with Fermata.spawn(...)");
    }

    /** Tells the failure handler; that a task was cancelled is no news. */
    void report(String what, Throwable failure) {
        if (!(failure instanceof CancellationException)) {
            failures.report(what, failure);
        }
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
        Objects.requireNonNull(action, "execute(null): the action must be given");
        if (!post(new Action(this, action))) {
            throw rejected();
        }
    }

    /**
     * Starts work on this loop, from another one or from itself: {@code body} is called on this loop's thread, in its turn.
     * The task belongs to the caller's loop, and to cancel it cancels the work. On the thread of any loop.
     *
     * @throws RejectedExecutionException if this loop is closed
     * @throws IllegalStateException if no loop runs on the caller's thread: {@link #submit} needs none
     */
    public <T extends @Nullable Object, X extends Exception> Task<T> spawn(AsyncCallable<T, X> body) throws X {
        if (isRunningHere()) {
            return start(body);
        }
        Objects.requireNonNull(body, "spawn(null): the body of the task must be given");
        Task<T> task = Foreign.started(Context.handedOver(current(), this, body), this, current());
        if (task == null) {
            throw rejected();
        }
        return task;
    }

    /**
     * Starts work on this loop, likewise, from any thread. To cancel the future cancels the work.
     *
     * @throws RejectedExecutionException if this loop is closed
     */
    public <T extends @Nullable Object> CompletableFuture<T> submit(AsyncCallable<? extends T, ?> body) {
        Objects.requireNonNull(body, "submit(null): the body must be given");
        Submission<T> submission = new Submission<>(this, body);
        if (!post(submission)) {
            throw rejected();
        }
        return submission.future;
    }

    private RejectedExecutionException rejected() {
        return new RejectedExecutionException("the event loop of " + describeThread() + " is closed");
    }

    <T extends @Nullable Object> PendingTask<T> start(AsyncCallable<? extends T, ?> body) {
        Objects.requireNonNull(body, "spawn(null): the body of the task must be given");
        Spawned<T> task = new Spawned<>(this, body, spawned);
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

    private static void turnAway(@Nullable Continuation first) {
        Continuation each = first;
        while (each != null) {
            Continuation late = each;
            each = late.next;
            late.next = null;
            late.turnedAway();
        }
    }

    /**
     * Has {@link #close} close a resource that the poller does not know of. Adding it again has no effect.
     *
     * @param resource told apart by identity
     */
    public void onClose(Closeable resource) {
        confine();
        leftOpen.add(resource);
    }

    /** Takes {@link #onClose} back: the resource was closed before. No effect once the loop is being closed. */
    public void forget(Closeable resource) {
        if (closed) {
            return;
        }
        confine();
        leftOpen.remove(resource);
    }

    /** The poller, for those who bring channels of their own. */
    public Poller poller() {
        return poller;
    }

    /** The clock that this goes by. */
    public Clock clock() {
        return clock;
    }

    /** What is running on this loop, and what each task waits for. */
    public TaskTree tasks() {
        confine();
        return TaskTree.of(this);
    }

    /**
     * Done when the calls of {@code @Async} methods that return {@code void}, and that are held now, have ended: nobody can
     * await one of them. For tests, and for an orderly end. To cancel this cancels them.
     */
    public Task<List<@Nullable Object>> voidCalls() {
        confine();
        return Fermata.gather(
                unawaited.all().stream().filter(VoidFrame.class::isInstance).toList());
    }

    /** How many sleeps have not ended. */
    public int timers() {
        return timers.size();
    }

    /** What {@link #close} would have to close, but for what is registered with the poller. */
    public List<Closeable> leftOpen() {
        confine();
        return leftOpen.all();
    }

    /** How many times the four phases were gone through. */
    public long iterations() {
        return phases.iterations;
    }

    /** How many continuations were run: each is a switch between tasks in user mode. */
    public long resumptions() {
        return phases.resumptions;
    }

    /** How many times the poller was asked: each enters the kernel. */
    public long polls() {
        return phases.polls;
    }

    /** How many of the polls were allowed to wait: there was nothing to run. */
    public long waits() {
        return phases.waits;
    }

    /** Whether this runs on this thread. Any thread. */
    public boolean isRunningHere() {
        return Thread.currentThread() == thread;
    }

    /** Whether this thread is the loop's, which may have ended. */
    boolean isOwnedHere() {
        return Thread.currentThread() == owner;
    }

    /** Throws where this does not run. */
    void confine() {
        if (Thread.currentThread() != thread) {
            throw misplaced();
        }
    }

    IllegalStateException misplaced() {
        if (isOwnedHere()) {
            return new IllegalStateException(
                    "a task was used that is not done, and whose event loop does not run any more");
        }
        return new IllegalStateException("a task of the event loop of " + describeThread() + " was used on thread \""
                + Thread.currentThread().getName() + "\": a task is confined to its loop's thread. "
                + "Hand the work to it with EventLoop.execute(...), or complete a Completer, which any thread may");
    }

    String describeThread() {
        Thread owner = this.owner;
        return owner == null ? "no thread yet" : "thread \"" + owner.getName() + '"';
    }

    /**
     * Ends the loop: interrupts what is offloaded, closes what was left open and the poller with all channels that are
     * registered, and reports the failures that nobody observed. Tasks that are not done stay so. Closing again has no effect.
     *
     * @throws IllegalStateException if the loop runs
     */
    @Override
    public void close() {
        if (thread != null) {
            throw new IllegalStateException(
                    "the event loop runs, on " + describeThread() + ": it can be closed when run(...) has returned");
        }
        if (closed) {
            return;
        }
        closed = true;
        if (watchdog != null) {
            watchdog.stop();
        }
        turnAway(inbox.close());
        List<Continuation> left = List.copyOf(visitors);
        visitors.clear();
        left.forEach(Continuation::turnedAway);
        offloads.close();
        try (poller;
                leftOpen) {
            // Closes the one, then the other, whichever fails.
        } catch (IOException e) {
            throw new UncheckedIOException("the event loop's poller, or what was left open, failed to close", e);
        } finally {
            unobserved.close();
        }
    }
}
