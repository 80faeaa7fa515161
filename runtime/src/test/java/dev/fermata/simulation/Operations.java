package dev.fermata.simulation;

import static dev.fermata.Fermata.anySuccessful;
import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.gather;
import static dev.fermata.Fermata.offload;
import static dev.fermata.Fermata.race;
import static dev.fermata.Fermata.retry;
import static dev.fermata.Fermata.shield;
import static dev.fermata.Fermata.sleep;
import static dev.fermata.Fermata.spawn;
import static dev.fermata.Fermata.timeout;
import static dev.fermata.Fermata.withDeadline;

import dev.fermata.AsyncCallable;
import dev.fermata.Completer;
import dev.fermata.Deadline;
import dev.fermata.Inside;
import dev.fermata.RetryPolicy;
import dev.fermata.Task;
import dev.fermata.TaskScope;
import dev.fermata.sync.Clause;
import dev.fermata.sync.Select;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** What a random body does: the vocabulary of the runtime. */
@NullUnmarked
final class Operations {
    private static final int DEEPEST = 5;
    private static final int LOCKED = -1;

    /**
     * What three of four operations of a run are: which, depends on the seed. Things meet more often where there are few (Groce et
     * al., "Swarm Testing", 2012).
     */
    private static final int[][] LIKED = {
        {},
        {4, 7, 27, 41},
        {4, 7, 7, 27, 27, 41},
        {4, 7, 27, 27, 27, 41},
        {7, 35, 35, 41},
        {4, 7, 35, 35, 35, 41, 41},
        {7, 28, 28, 28, 34, 41},
        {6, 7, 11, 16, 19, 33},
        {22, 26, 31, 40},
        {5, 7, 16, 16, 21},
        {7, 37, 38, 39, 39, 41}
    };

    private static final List<Node.Kind> COMBINATORS =
            List.of(Node.Kind.GATHER, Node.Kind.RACE, Node.Kind.ANY_SUCCESSFUL, Node.Kind.SHIELD, Node.Kind.TIMEOUT);

    private final World world;
    private final Cancellations cancellations;
    private final Loops loops;

    Operations(World world) {
        this.world = world;
        this.cancellations = new Cancellations(world);
        this.loops = new Loops(world, this);
    }

    /** Does one operation; what is to be awaited then, or null. */
    Await perform(Body body, long key) {
        if (body.holdsMutex()) {
            return locked(body, key);
        }
        int[] liked = LIKED[world.choices.pick(0, 1, LIKED.length)];
        boolean asLiked = liked.length > 0 && world.choices.pick(key, 17, 4) > 0;
        int kind = asLiked ? liked[world.choices.pick(key, 18, liked.length)] : world.choices.pick(key, 1, 43);
        world.event(kind, body.level);
        world.note(() -> body + " does operation " + kind);
        return switch (kind) {
            case 0, 1 -> new Await(checkpoint(), null, false);
            case 2, 3, 4 -> Await.of(sleeping(key), false);
            case 5, 6 -> Await.of(child(body, key), false);
            case 7, 8, 9 -> {
                spawned(body, key);
                yield null;
            }
            case 10 -> {
                child(body, key);
                yield null;
            }
            case 11, 12 -> open(body, key);
            case 13, 14, 15 -> existing(body, key);
            case 16, 17, 18 -> {
                cancellations.cancelAny(key);
                yield null;
            }
            case 19 -> {
                cancellations.cancelScope(key);
                yield null;
            }
            case 20 -> {
                complete(key);
                yield null;
            }
            case 21 -> Await.of(completer(), false);
            case 22, 23, 24, 25 -> awaitOrLeave(combined(body, key), key);
            case 26 -> awaitOrLeave(retrying(body, key), key);
            case 27 -> Await.of(world.locks.lock(key), false);
            case 28, 29 -> awaitOrLeave(communication(body, key), key);
            case 30 -> awaitOrLeave(offloaded(body, key), key);
            case 31, 32 -> awaitOrLeave(loops.completed(body, key), key);
            case 33 -> awaitOrLeave(loops.completedInScope(body, key), key);
            case 34 -> awaitOrLeave(loops.received(key), key);
            case 35, 36 -> condition(body, key);
            case 37 -> Await.of(world.meetings.pass(), false);
            case 38 -> {
                world.meetings.openOrShut(world.choices.pick(key, 3, 2) == 0);
                yield null;
            }
            case 39 -> Await.of(world.meetings.arrive(), false);
            case 40 -> awaitOrLeave(beforeDeadline(body, key), key);
            case 41 -> {
                cancellations.cancelParked(key);
                yield null;
            }
            default -> end(body, key);
        };
    }

    /**
     * With the mutex, that is. Who has it awaits no task: as that may wait for a condition of the mutex, and be cancelled only
     * when it has the mutex again, the two would wait for each other for ever.
     */
    private Await locked(Body body, long key) {
        world.event(LOCKED, body.level);
        return switch (world.choices.pick(key, 1, 8)) {
            case 0 -> new Await(checkpoint(), null, false);
            case 1 -> Await.of(sleeping(key), false);
            case 2 -> Await.of(completer(), false);
            case 3 -> {
                cancellations.cancelAny(key);
                yield null;
            }
            case 4 -> Await.of(traffic(key).send(), false);
            case 5 -> end(body, key);
            default -> condition(body, key);
        };
    }

    /** What a handler awaits. */
    Await cleaning(Body body, long key) {
        return switch (world.choices.pick(key, 1, body.holdsMutex() ? 2 : 5)) {
            case 0 -> new Await(checkpoint(), null, true);
            case 1 -> Await.of(completer(), true);
            case 2 -> Await.of(child(body, key), true);
            default -> Await.of(sleeping(key), true);
        };
    }

    private Await awaitOrLeave(Node node, long key) {
        boolean leave = node.kind != Node.Kind.PARKED && world.choices.pick(key, 2, 4) == 0;
        return leave ? null : Await.of(node, false);
    }

    Node sleeping(long key) {
        return sleeping(1 + world.choices.pick(key, 3, 6));
    }

    private Node sleeping(int nanos) {
        Node node = world.add(Node.Kind.SLEEP, sleep(Duration.ofNanos(nanos)), Integer.MAX_VALUE);
        node.deadline = world.now() + nanos;
        return node;
    }

    private Node completer() {
        Completer<Integer> completer = new Completer<>();
        Node node = world.add(Node.Kind.COMPLETER, completer, Integer.MAX_VALUE);
        node.completer = completer;
        completer.onCancel(() -> node.stamp = world.nextStamp());
        return node;
    }

    private boolean isTooDeep(Body body) {
        return world.isFull() || body.depth >= DEEPEST;
    }

    private Task<Integer> start(Body body) {
        Task<Integer> task = Call.start(body);
        Node node = world.add(Node.Kind.CALL, task, body.level);
        body.node = node;
        node.body = body;
        if (task.isDone()) {
            node.stamp = world.nextStamp();
        }
        return task;
    }

    private Node child(Body parent, long key) {
        if (isTooDeep(parent)) {
            return sleeping(key);
        }
        int level = world.nextLevel();
        if (world.choices.pick(key, 16, 4) > 0) {
            return called(new Body(world, Choices.inside(key, 50), level, parent.depth + 1, parent.local));
        }
        Body body = new Body(world, Choices.inside(key, 50), level, parent.depth + 1, level);
        world.local.where(level, () -> start(body));
        world.rule(world.local.get() == parent.local, () -> parent + " sees what was bound for a call");
        return body.node;
    }

    private Node called(Body body) {
        start(body);
        return body.node;
    }

    Node root(long key) {
        return spawned(new Body(world, key, 0, 0, World.UNBOUND), key, null);
    }

    private Node spawned(Body parent, long key) {
        if (isTooDeep(parent)) {
            return sleeping(key);
        }
        int where = world.choices.pick(key, 4, 3);
        Scope scope = where == 0 || world.scopes.isEmpty()
                ? null
                : where == 1 && parent.innermost() != null
                        ? parent.innermost()
                        : world.scopes.get(world.choices.pick(key, 5, world.scopes.size()));
        if (scope != null && scope.isClosed()) {
            try {
                scope.scope.spawn(Task::done);
            } catch (IllegalStateException expected) {
                return sleeping(key);
            }
            world.rule(false, () -> "a closed scope takes tasks");
        }
        return spawned(parent, key, scope);
    }

    private Node spawned(Body parent, long key, Scope scope) {
        Body body = new Body(world, Choices.inside(key, 51), world.nextLevel(), parent.depth + 1, parent.local);
        Node[] own = new Node[1];
        long stamp = world.nextStamp();
        AsyncCallable<Integer, RuntimeException> begin = () -> {
            world.rule(!own[0].task.isCancelRequested(), () -> own[0] + " was cancelled, and begins");
            world.rule(scope == null || !scope.isClosed(), () -> own[0] + " begins in a closed scope");
            world.becameReady(stamp, own[0]);
            Task<Integer> started = start(body);
            world.use(started);
            return started;
        };
        Task<Integer> task = scope == null ? spawn(begin) : scope.scope.spawn(begin);
        own[0] = world.add(Node.Kind.SPAWNED, task, body.level);
        if (scope != null) {
            scope.children.add(own[0]);
        }
        return own[0];
    }

    private Await open(Body body, long key) {
        TaskScope<RuntimeException> scope = switch (world.choices.pick(key, 6, 4)) {
            case 0 -> TaskScope.supervising();
            case 1 -> TaskScope.withDeadline(Duration.ofNanos(world.choices.pick(key, 8, 12)));
            default -> TaskScope.open();
        };
        Scope opened = new Scope(scope, world.choices.pick(key, 6, 4) == 0);
        world.scopes.add(opened);
        body.enter(opened);
        return null;
    }

    /** What a body ends as that has nothing more to do. */
    Node handedOverTo(Body body, long key) {
        return world.choices.pick(key, 2, 2) == 0 ? completer() : existing(body.level, key);
    }

    /** A task that there is, which the body may await; null if none of a few is one. */
    private Node existing(int above, long key) {
        int size = world.nodes.size();
        for (int attempt = 0; attempt < 4 && size > 0; attempt++) {
            Node node = world.nodes.get(world.choices.pick(key, 10 + attempt, size));
            if (node.level > above && !(node.kind == Node.Kind.PARKED)) {
                return node;
            }
        }
        return null;
    }

    private Await existing(Body body, long key) {
        Node node = existing(body.level, key);
        return node == null ? null : Await.of(node, false);
    }

    private void complete(long key) {
        for (int attempt = 0; attempt < 6; attempt++) {
            Node node = world.nodes.get(world.choices.pick(key, 10 + attempt, world.nodes.size()));
            if (node.completer != null && !node.task.isDone() && !node.decided) {
                boolean fails = world.choices.pick(key, 2, 4) == 0;
                boolean here = world.choices.pick(key, 3, 2) == 0;
                if (here) {
                    node.decide(world, fails);
                    node.stamp = world.nextStamp();
                    world.rule(node.task.isDone(), () -> node + " was completed, and is not done");
                } else {
                    node.decided = true;
                    Inside.fromElsewhere(world.loop, () -> node.decide(world, fails));
                }
                return;
            }
        }
    }

    Node part(Body body, long key) {
        Node node = world.choices.pick(key, 2, 3) == 0 ? existing(body.level, key) : null;
        if (node != null) {
            return node;
        }
        return switch (world.choices.pick(key, 3, 4)) {
            case 0 -> spawned(body, key);
            case 1 -> completer();
            case 2 -> sleeping(key);
            default -> child(body, key);
        };
    }

    private Node combined(Body body, long key) {
        List<Node> children = new ArrayList<>();
        Node.Kind kind = COMBINATORS.get(world.choices.pick(key, 11, COMBINATORS.size()));
        boolean lone = kind == Node.Kind.SHIELD || kind == Node.Kind.TIMEOUT;
        int count = lone ? 1 : 1 + world.choices.pick(key, 12, 3);
        int level = Integer.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            Node child = part(body, Choices.inside(key, 60 + i));
            world.use(child.task);
            children.add(child);
            level = Math.min(level, child.level);
        }
        List<Task<Object>> tasks = new ArrayList<>();
        children.forEach(child -> tasks.add(untyped(child.task)));
        int nanos = world.choices.pick(key, 13, 8) == 0 ? 1000 : world.choices.pick(key, 13, 8);
        Task<?> task = switch (kind) {
            case GATHER -> gather(tasks);
            case RACE -> race(tasks);
            case ANY_SUCCESSFUL -> anySuccessful(tasks);
            case SHIELD -> shield(tasks.get(0));
            default -> timeout(Duration.ofNanos(nanos), tasks.get(0));
        };
        Node node = world.add(kind, task, level);
        node.children.addAll(children);
        world.note(() -> node + " waits for " + children + " until " + node.deadline);
        node.deadline = world.now() + nanos;
        return node;
    }

    @SuppressWarnings("unchecked") // nobody looks at the type of a value
    static Task<Object> untyped(Task<?> task) {
        return (Task<Object>) task;
    }

    private Node retrying(Body body, long key) {
        int level = world.nextLevel();
        List<Node> attempts = new ArrayList<>();
        int pause = world.choices.pick(key, 14, 3);
        int most = 1 + world.choices.pick(key, 15, 3);
        RetryPolicy policy = RetryPolicy.attempts(most).backOff(Duration.ofNanos(pause), Duration.ofNanos(2L * pause));
        Task<Integer> task = retry(policy, () -> {
            Node before = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
            world.rule(attempts.size() < most, () -> "there is one attempt more than there may be, after " + before);
            world.rule(
                    before == null || before.task.isFailed() && !before.task.isCancelled(),
                    () -> before + " has not failed, or was cancelled, and is tried again");
            Body attempt = new Body(
                    world, Choices.inside(key, 70 + attempts.size()), world.nextLevel(), body.depth + 2, body.local);
            Task<Integer> attempted = start(attempt);
            attempts.add(attempt.node);
            world.use(attempted);
            return attempted;
        });
        Node node = world.add(Node.Kind.RETRY, task, level);
        node.attempts = attempts;
        return node;
    }

    private Await condition(Body body, long key) {
        Hold mutex = body.mutex();
        if (mutex == null) {
            boolean outside = body.holdsMutex(); // of the block, which would wait for itself
            return outside ? Await.of(sleeping(key), false) : Await.of(world.locks.lock(Locks.Kind.MUTEX, 1), false);
        }
        int what = world.choices.pick(key, 3, 4);
        if (what > 1) {
            world.locks.signal(what == 2);
            return null;
        }
        return Await.of(world.locks.waitForSignal(mutex), false);
    }

    Traffic traffic(long key) {
        return world.choices.pick(key, 3, 2) == 0 ? world.buffered : world.rendezvous;
    }

    private Node communication(Body body, long key) {
        return switch (world.choices.pick(key, 4, 3)) {
            case 0 -> traffic(key).send();
            case 1 -> traffic(key).receive();
            default -> selection(body, key);
        };
    }

    private Node selection(Body body, long key) {
        int nanos = 1 + world.choices.pick(key, 5, 6);
        long deadline = world.now() + nanos;
        Traffic in = traffic(key);
        Traffic out = in == world.buffered ? world.rendezvous : world.buffered;
        boolean sends = world.choices.pick(key, 6, 2) == 0;
        Node other = existing(body.level, key);
        Task<?> awaited = other == null ? sleeping(key).task : other.task;
        world.use(awaited);
        Clause<Object> after = Select.after(Duration.ofNanos(nanos)).map(nothing -> world);
        Task<?> selection = sends
                ? Select.<Object>first(in.receiving(), out.sending(), Select.onDone(awaited), after)
                : Select.<Object>first(in.receiving(), Select.onDone(awaited), after);
        Node node = world.parked(selection, () -> in.couldReceive() || awaited.isDone() || world.now() >= deadline);
        node.selects = true;
        return node;
    }

    private Node beforeDeadline(Body body, long key) {
        Deadline deadline = world.deadline;
        if (deadline == null || world.choices.pick(key, 13, 3) == 0) {
            deadline = Deadline.after(Duration.ofNanos(world.choices.pick(key, 14, 12)));
            world.deadline = deadline;
        }
        Node[] child = new Node[1];
        long nanos = deadline.remaining().toNanos();
        Task<Object> task = withDeadline(deadline, () -> {
            child[0] = part(body, key);
            return untyped(child[0].task);
        });
        world.use(child[0].task);
        Node node = world.add(Node.Kind.TIMEOUT, task, child[0].level);
        node.children.add(child[0]);
        node.deadline = world.now() + nanos;
        return node;
    }

    private Node offloaded(Body body, long key) {
        boolean fails = world.choices.pick(key, 3, 3) == 0;
        Node[] own = new Node[1];
        Task<Integer> task = offload(world.jobs::add, () -> {
            world.rule(world.local.get() == body.local, () -> own[0] + " has the task local " + world.local.get());
            world.rule(!own[0].task.isDone(), () -> own[0] + " was cancelled, and its work begins");
            if (fails) {
                throw world.failure();
            }
            return 1;
        });
        own[0] = world.add(Node.Kind.OFFLOAD, task, Integer.MAX_VALUE);
        return own[0];
    }

    private Await end(Body body, long key) {
        if (world.choices.pick(key, 3, 3) == 0 && body.innermost() == null) {
            body.endsAs = existing(body.level, key);
            return null;
        }
        throw world.failure();
    }
}
