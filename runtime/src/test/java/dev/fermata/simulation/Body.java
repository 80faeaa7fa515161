package dev.fermata.simulation;

import dev.fermata.Inside;
import dev.fermata.Task;
import dev.fermata.TaskScope;
import dev.fermata.sync.Held;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/**
 * A random method: a few operations, each of which may await something. What an await throws goes through a handler that
 * awaits, or not, and is swallowed there, or not; some operations stand in the {@code try} statement of a {@link TaskScope}.
 */
@NullUnmarked // a method's variables
final class Body {
    private static final int HANDLER = 100;

    private enum Phase {
        OPERATION,
        CLEANING,
        CLOSING
    }

    private static final class Block {
        final Scope scope;
        final List<Hold> held = new ArrayList<>();
        int left;
        boolean thrown;

        Block(Scope scope, int left) {
            this.scope = scope;
            this.left = left;
        }

        boolean isCancelled() {
            return scope != null && scope.scope.isCancelled();
        }
    }

    final World world;
    final long key;
    final int level;
    final int depth;

    /** What the task local has here. */
    final int local;

    private final Deque<Block> blocks = new ArrayDeque<>();
    private Phase phase = Phase.OPERATION;
    private long operation;
    private int operations;
    private int cleanups;
    private Throwable pending;
    private boolean swallows;
    private TaskScope<?> entering;

    /** What the operation awaits. */
    private Node awaited;

    /** What this ends as; null: with a value. */
    Node endsAs;

    /** Once it has begun. */
    Node node;

    Body(World world, long key, int level, int depth, int local) {
        this.world = world;
        this.key = key;
        this.level = level;
        this.depth = depth;
        this.local = local;
        blocks.push(new Block(null, 1 + world.choices.pick(key, 0, 6)));
    }

    /** Whether the method's frame is to enter a scope now. */
    boolean wantsToEnter() {
        return entering != null;
    }

    TaskScope<?> entered() {
        TaskScope<?> scope = entering;
        entering = null;
        return scope;
    }

    /** Goes on with the outcome of the last await, up to the next; null if it ends with a value. */
    Await step(Throwable thrown, Object value) throws Throwable {
        world.rule(world.local.get() == local, () -> this + " has the task local " + world.local.get());
        switch (phase) {
            case OPERATION -> {
                if (awaited != null && awaited.restores != null) {
                    world.locks.hasAgain(awaited.restores);
                }
                if (thrown != null) {
                    failed(thrown);
                } else if (value instanceof Held held) {
                    blocks.element().held.add(world.locks.take(awaited, held));
                }
                if (operation != 0 && world.choices.pick(operation, HANDLER + 2, 8) == 0) {
                    cleanups++;
                }
            }
            case CLEANING -> {
                if (thrown != null) {
                    if (pending != null) {
                        world.saw(pending); // as in Java, it is replaced
                    }
                    pending = thrown;
                }
            }
            case CLOSING -> {
                Block closed = blocks.pop();
                closed.scope.check(world, thrown != null);
                world.rule(!closed.thrown || thrown != null, () -> this + " has lost what its scope's block threw");
                boolean around = blocks.stream().anyMatch(Block::isCancelled);
                boolean still = node != null && node.task instanceof Call call && call.isCancelledByScope();
                world.rule(around || !still, () -> this + " is cancelled by a scope that has closed");
                if (thrown != null) {
                    failed(thrown);
                }
            }
        }
        return advance();
    }

    private void failed(Throwable thrown) {
        pending = thrown;
        swallows = world.choices.pick(operation, HANDLER, 3) == 0;
        if (!swallows && world.choices.pick(operation, HANDLER + 3, 6) == 0) {
            world.saw(thrown);
            pending = world.failure();
        }
        cleanups += Math.max(0, world.choices.pick(operation, HANDLER + 1, 5) - 2);
    }

    private Await advance() throws Throwable {
        for (; ; ) {
            if (cleanups > 0) {
                cleanups--;
                phase = Phase.CLEANING;
                return cleaning();
            }
            Block block = blocks.element();
            if (pending != null && swallows) {
                pending = null;
            }
            Throwable thrown = pending;
            if (thrown == null && block.left == 0 && block.scope == null && world.choices.pick(key, 1, 2) == 0) {
                endsAs = endsAs == null ? world.operations.handedOverTo(this, key) : endsAs;
            }
            if (thrown != null || block.left == 0 || endsAs != null) {
                pending = null;
                block.held.forEach(world.locks::release);
                if (block.scope != null) {
                    return closing(block, thrown);
                }
                if (thrown != null) {
                    throw thrown;
                }
                return null;
            }
            block.left--;
            Await next = operate();
            if (next != null) {
                phase = Phase.OPERATION;
                return next;
            }
            if (wantsToEnter()) {
                phase = Phase.OPERATION;
                return new Await(Task.done(), null, false);
            }
        }
    }

    private Await operate() {
        operation = Choices.inside(key, operations++);
        if (!world.choices.begin(operation)) {
            return null;
        }
        try {
            Await next = world.operations.perform(this, operation);
            awaited = next == null ? null : next.node();
            return next;
        } catch (Failure | dev.fermata.sync.ChannelClosedException thrown) {
            failed(thrown);
            if (swallows) {
                world.saw(thrown);
            }
            return null;
        }
    }

    private Await cleaning() {
        long part = Choices.inside(operation, HANDLER + cleanups);
        return world.operations.cleaning(this, part);
    }

    private Await closing(Block block, Throwable thrown) {
        phase = Phase.CLOSING;
        block.thrown = thrown != null;
        Task<Void> closing = block.scope.scope.closeAfter(thrown);
        block.scope.closing = closing;
        world.note(() -> this + " closes a scope with " + thrown);
        return new Await(closing, null, true);
    }

    /** Opens a scope for some of what is left. */
    void enter(Scope scope) {
        Block around = blocks.element();
        int inside = Math.min(around.left, 1 + world.choices.pick(operation, 7, 4));
        around.left -= inside;
        blocks.push(new Block(scope, inside));
        entering = scope.scope;
    }

    /** The scope in whose block this is; null if it is in none. */
    Scope innermost() {
        return blocks.element().scope;
    }

    /** What it holds of the mutex in the block that it is in; null if it does not. */
    Hold mutex() {
        return blocks.element().held.stream()
                .filter(hold -> hold.kind() == Locks.Kind.MUTEX)
                .findFirst()
                .orElse(null);
    }

    boolean holdsMutex() {
        return blocks.stream().anyMatch(block -> block.held.stream().anyMatch(hold -> hold.kind() == Locks.Kind.MUTEX));
    }

    /** Whether it is in the block of a scope that is cancelled, and not about to leave it. */
    boolean isInCancelledScope() {
        return phase == Phase.OPERATION && blocks.stream().anyMatch(Block::isCancelled);
    }

    Task<Integer> ended(Task<Integer> task) {
        if (node != null && task.isDone()) {
            node.stamp = world.nextStamp();
        }
        world.event(level, task.isDone() ? 1 : 2);
        world.note(() -> this + (task.isDone() ? " ends: " + Inside.failure(task) : " is to end as " + endsAs));
        return task;
    }

    @Override
    public String toString() {
        return "body " + level;
    }
}
