package dev.fermata.simulation;

import dev.fermata.Completer;
import dev.fermata.Inside;
import dev.fermata.ScopedFrame;
import dev.fermata.Task;
import org.jspecify.annotations.NullUnmarked;

/** The frame of a {@link Body}, as compiled code would have it; checks each await when it begins and when it ends. */
@NullUnmarked // as generated code is
final class Call extends ScopedFrame<Integer> {
    private final Body body;

    /** What this is held at; null while it runs. */
    private Await held;

    /** Whether what it is held at had been asked to end before. */
    private boolean awaitedWhenAsked;

    /** Among all that became ready, when this did: for what is ready at once. */
    private long stamp;

    private Call(Body body) {
        this.body = body;
    }

    static Task<Integer> start(Body body) {
        return run(null, body);
    }

    @Override
    protected void resume() {
        run(this, body);
    }

    private static Task<Integer> run(Call call, Body body) {
        Task<?> awaited = call == null ? null : call.resumed();
        try {
            for (; ; ) {
                Throwable thrown = null;
                Object value = null;
                if (awaited != null) {
                    try {
                        value = result(awaited);
                    } catch (Throwable failure) {
                        thrown = failure;
                        body.world.saw(failure);
                    }
                }
                Await next = body.step(thrown, value);
                if (body.wantsToEnter()) {
                    call = call == null ? new Call(body) : call;
                    call.enter(body.entered());
                }
                if (next == null) {
                    return body.ended(
                            body.endsAs == null ? complete(call, body.level) : completeWith(call, endOf(body)));
                }
                awaited = next.task();
                if (!isReady(awaited)) {
                    call = call == null ? new Call(body) : call;
                    return call.hold(next);
                }
            }
        } catch (Throwable failure) {
            return body.ended(fail(call, failure));
        }
    }

    @SuppressWarnings("unchecked") // nobody looks at the type of a value
    private static Task<Integer> endOf(Body body) {
        body.world.use(body.endsAs.task);
        return (Task<Integer>) body.endsAs.task;
    }

    private Task<Integer> hold(Await next) {
        World world = body.world;
        boolean requested = isCancelRequested();
        boolean mayWait = next.inHandler() && (!requested || Inside.isTold(this));
        boolean wasAsked = next.task().isCancelRequested();
        boolean shared = Inside.waiters(next.task()) > 0;
        world.use(next.task());
        held = next;
        awaitedWhenAsked = wasAsked;
        stamp = world.nextStamp();
        if (next.node() != null) {
            next.node().waiters.add(this);
        }
        Task<Integer> task = next.inHandler() ? suspendInHandler(next.task(), 0) : suspend(next.task(), 0);
        Task<?> now = Inside.awaiting(this);
        world.note(() -> body
                + (next.inHandler() ? ", in a handler, awaits " : " awaits ")
                + (next.node() == null ? next.task().getClass().getSimpleName() : next.node()));
        if (mayWait || !requested) {
            world.rule(now == next.task(), () -> body + " was not cancelled, or may wait in its handler, but does not");
            world.rule(now.isCancelRequested() == wasAsked, () -> body + " cancels what it awaits in its handler");
        } else {
            world.rule(isInterrupted(now), () -> body + " is cancelled, and waits all the same");
            world.rule(
                    !shared || !next.task().isDone() && next.task().isCancelRequested() == wasAsked,
                    () -> body + " cancels what others await, too");
        }
        return task;
    }

    /** Whether a request has reached what a cancelled call waits for. */
    static boolean isInterrupted(Task<?> awaited) {
        return awaited.isDone() || awaited.isCancelRequested() || awaited instanceof Completer;
    }

    private Task<?> resumed() {
        World world = body.world;
        Await at = held;
        world.rule(at != null, () -> body + " is resumed, but was not suspended");
        held = null;
        Task<?> awaited = awaited();
        world.note(() -> body + " is resumed" + (awaited.isFailed() ? ", by a failure" : ""));
        boolean giveWay = Inside.isCheckpoint(awaited);
        world.rule(giveWay || awaited.isDone(), () -> body + " is resumed, but what it awaits is not done");
        if (awaited != at.task()) {
            world.rule(
                    awaited.isCancelled() && isCancelRequested(),
                    () -> body + " gets what it has not awaited: " + awaited);
        } else if (at.node() != null) {
            inTurn(at.node());
        } else if (giveWay) {
            world.becameReady(stamp, body);
        }
        if (awaited.isCancelled() && isCancelRequested()) {
            world.rule(Inside.isTold(this), () -> body + " was told of its cancellation, and will be again");
        }
        if (at.node() != null) {
            at.node().waiters.remove(this);
            if (awaited == at.task()) {
                boolean byNobody = awaited.isCancelled() && !isCancelRequested() && !awaitedWhenAsked;
                world.rule(
                        !byNobody || !at.node().isLeaf() || world.cancelled.contains(awaited),
                        () -> at.node() + " was cancelled, though " + body + " awaits it");
                Outcomes.check(world, at.node());
            }
        }
        world.event(body.level, world.now());
        return awaited;
    }

    /** Those before it in the queue have been resumed, or have left. */
    private void inTurn(Node node) {
        World world = body.world;
        if (node.kind == Node.Kind.SLEEP && !node.task.isFailed()) {
            world.rule(
                    world.now() == node.deadline,
                    () -> node + " ends at " + world.now() + " instead of " + node.deadline);
            world.woke(node);
        }
        if (world.fifo) {
            for (Call before : node.waiters) {
                if (before == this) {
                    break;
                }
                world.rule(before.isElsewhere(node), () -> body + " passes " + before.body + " at " + node);
            }
            if (node.stamp != Node.UNKNOWN) {
                world.becameReady(node.stamp, body);
            }
        }
    }

    /** Whether it has ended with the outcome that another task will have. */
    boolean hasHandedOver() {
        return held == null && body.endsAs != null && !isDone();
    }

    private boolean isElsewhere(Node node) {
        return held == null || isDone() || Inside.awaiting(this) != node.task;
    }

    /** Whether it is cancelled, though nobody has cancelled the call itself. */
    boolean isCancelledByScope() {
        return isCancelRequested() && !Inside.isCancelledAsWhole(this);
    }

    /** Whether it may wait though it is cancelled: it was told so, and is in a handler or has handed over to another task. */
    boolean mayWait() {
        return Inside.isTold(this) && (held == null ? body.endsAs != null : held.inHandler());
    }
}
