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

import dev.fermata.AsyncCallable;
import dev.fermata.Completer;
import dev.fermata.Inside;
import dev.fermata.RetryPolicy;
import dev.fermata.Task;
import dev.fermata.TaskScope;
import dev.fermata.sync.Channel;
import dev.fermata.sync.Select;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** What a random body does: the vocabulary of the runtime. */
@NullUnmarked
final class Operations {
    private static final int DEEPEST = 5;
    private static final List<Node.Kind> COMBINATORS =
            List.of(Node.Kind.GATHER, Node.Kind.RACE, Node.Kind.ANY_SUCCESSFUL, Node.Kind.SHIELD, Node.Kind.TIMEOUT);

    private final World world;

    Operations(World world) {
        this.world = world;
    }

    /** Does one operation; what is to be awaited then, or null. */
    Await perform(Body body, long key) {
        int kind = world.choices.pick(key, 1, 32);
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
                cancel(any(key));
                yield null;
            }
            case 19 -> {
                cancelScope(key);
                yield null;
            }
            case 20 -> {
                complete(key);
                yield null;
            }
            case 21 -> Await.of(completer(), false);
            case 22, 23, 24, 25 -> awaitOrLeave(combined(body, key), key);
            case 26 -> awaitOrLeave(retrying(body, key), key);
            case 27 -> awaitOrLeave(locked(key), key | 1);
            case 28, 29 -> awaitOrLeave(communication(body, key), key);
            case 30 -> awaitOrLeave(offloaded(key), key);
            default -> end(body, key);
        };
    }

    /** What a handler awaits. */
    Await cleaning(Body body, long key) {
        return switch (world.choices.pick(key, 1, 5)) {
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

    private Node sleeping(long key) {
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
        Body body = new Body(world, Choices.inside(key, 50), world.nextLevel(), parent.depth + 1);
        start(body);
        return body.node;
    }

    Node root(long key) {
        return spawned(new Body(world, key, 0, 0), key, null);
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
        Body body = new Body(world, Choices.inside(key, 51), world.nextLevel(), parent.depth + 1);
        Node[] own = new Node[1];
        long stamp = world.nextStamp();
        AsyncCallable<Integer, RuntimeException> begin = () -> {
            world.rule(!own[0].task.isCancelRequested(), () -> own[0] + " was cancelled, and begins");
            world.rule(scope == null || !scope.isClosed(), () -> own[0] + " begins in a closed scope");
            world.becameReady(stamp, own[0]);
            return start(body);
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

    /** A task that there is, which the body may await: the newer ones more often. */
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

    private Node any(long key) {
        return world.nodes.get(world.choices.pick(key, 9, world.nodes.size()));
    }

    void cancel(Node node) {
        Task<?> task = node.task;
        boolean done = task.isDone();
        boolean requested = task.isCancelRequested();
        world.note(() -> node + " is cancelled");
        Task<?> before = Inside.isFrame(task) ? Inside.awaiting(task) : null;
        boolean forwards = node.body != null && node.body.endsAs != null;
        boolean asked = task.cancel();
        world.rule(asked == !done, () -> "to cancel " + node + " is answered wrongly");
        if (done || !Inside.isFrame(task)) {
            return;
        }
        world.rule(task.isCancelRequested(), () -> node + " was cancelled, and does not know it");
        if (requested && !forwards) {
            world.rule(Inside.awaiting(task) == before, () -> node + " was cancelled twice, and told so twice");
        } else if (!requested) {
            follow(node);
        }
    }

    /** The request has gone down to what ends. */
    private void follow(Node node) {
        Task<?> each = node.task;
        while (each != null && Inside.isFrame(each) && !each.isDone()) {
            Task<?> awaited = Inside.awaiting(each);
            if (awaited == null || Inside.isTold(each)) {
                return;
            }
            world.rule(Call.isInterrupted(awaited), () -> "a request to cancel " + node + " got stuck");
            each = awaited;
        }
    }

    private void cancelScope(long key) {
        if (!world.scopes.isEmpty()) {
            world.scopes
                    .get(world.choices.pick(key, 9, world.scopes.size()))
                    .scope
                    .cancel();
        }
    }

    private void complete(long key) {
        for (int attempt = 0; attempt < 6; attempt++) {
            Node node = world.nodes.get(world.choices.pick(key, 10 + attempt, world.nodes.size()));
            if (node.completer != null && !node.task.isDone() && !node.decided) {
                boolean fails = world.choices.pick(key, 2, 4) == 0;
                boolean here = world.choices.pick(key, 3, 2) == 0;
                if (here) {
                    Body.complete(node.completer, world, fails);
                    node.stamp = world.nextStamp();
                    world.rule(node.task.isDone(), () -> node + " was completed, and is not done");
                } else {
                    node.decided = true;
                    Inside.fromElsewhere(world.loop, () -> Body.complete(node.completer, world, fails));
                }
                return;
            }
        }
    }

    private Node part(Body body, long key) {
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
    private static Task<Object> untyped(Task<?> task) {
        return (Task<Object>) task;
    }

    private Node retrying(Body body, long key) {
        int level = world.nextLevel();
        List<Node> attempts = new ArrayList<>();
        int pause = world.choices.pick(key, 14, 3);
        RetryPolicy policy = RetryPolicy.attempts(1 + world.choices.pick(key, 15, 3))
                .backOff(Duration.ofNanos(pause), Duration.ofNanos(2L * pause));
        Task<Integer> task = retry(policy, () -> {
            Body attempt =
                    new Body(world, Choices.inside(key, 70 + attempts.size()), world.nextLevel(), body.depth + 2);
            Task<Integer> attempted = start(attempt);
            attempts.add(attempt.node);
            return attempted;
        });
        Node node = world.add(Node.Kind.RETRY, task, level);
        node.attempts = attempts;
        return node;
    }

    private Node locked(long key) {
        if (world.choices.pick(key, 3, 2) == 0) {
            return world.parked(world.mutex.lock(), () -> !world.mutex.isLocked());
        }
        return world.parked(world.semaphore.acquire(), () -> world.semaphore.available() > 0);
    }

    private Node communication(Body body, long key) {
        Channel<Integer> channel = world.choices.pick(key, 3, 2) == 0 ? world.buffered : world.rendezvous;
        return switch (world.choices.pick(key, 4, 3)) {
            case 0 ->
                world.parked(
                        channel.send(body.level),
                        () -> channel.isClosed() || channel == world.buffered && channel.size() < 2);
            case 1 -> world.parked(channel.receive(), () -> channel.isClosed() || channel.size() > 0);
            default -> selection(channel, body, key);
        };
    }

    private Node selection(Channel<Integer> channel, Body body, long key) {
        int nanos = 1 + world.choices.pick(key, 5, 6);
        long deadline = world.now() + nanos;
        Node other = existing(body.level, key);
        Task<?> awaited = other == null ? sleeping(key).task : other.task;
        Task<?> selection = Select.<Object>first(
                channel.receiving(), Select.onDone(awaited), Select.after(Duration.ofNanos(nanos)));
        return world.parked(
                selection,
                () -> channel.isClosed() || channel.size() > 0 || awaited.isDone() || world.now() >= deadline);
    }

    private Node offloaded(long key) {
        boolean fails = world.choices.pick(key, 3, 3) == 0;
        Node[] own = new Node[1];
        Task<Integer> task = offload(world.jobs::add, () -> {
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
