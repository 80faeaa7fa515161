package dev.fermata.processor.graph;

import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts statements into blocks.
 *
 * <p>Before: what {@code spill} leaves. After: a {@link Graph} that {@link Verifier} accepts.
 */
public final class GraphBuilder {
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Label, Block> labels = new HashMap<>();
    /** Where the next statement goes; none if it cannot be reached. */
    private @Nullable Block current;

    private @Nullable Region region;

    /** Whether the next statement stands in a {@code catch} or {@code finally} block. */
    private boolean inHandler;

    private GraphBuilder() {}

    public static Graph build(AsyncMethod method) {
        GraphBuilder builder = new GraphBuilder();
        builder.start(new Block("start", null, method.line()));
        builder.all(method.body().statements());
        Graph graph = new Graph(method, builder.blocks, builder.labels);
        return Verifier.check(Simplify.apply(graph));
    }

    private void all(List<Stmt> statements) {
        statements.forEach(this::statement);
    }

    private void statement(Stmt stmt) {
        Block here = current;
        if (here == null) {
            return; // cannot be reached; javac has said so where the user is to blame
        }
        if (stmt instanceof Stmt.Plain plain) {
            here.steps.add(plain);
            current = plain.completes() ? here : null;
        } else if (stmt instanceof Stmt.Declare || stmt instanceof Stmt.Evaluate || stmt instanceof Stmt.Enter) {
            here.steps.add(stmt);
        } else if (stmt instanceof Stmt.Block block) {
            all(block.statements());
        } else if (stmt instanceof Stmt.Labeled labeled) {
            labeled(labeled);
        } else if (stmt instanceof Stmt.Forever forever) {
            forever(forever);
        } else if (stmt instanceof Stmt.If choice) {
            choice(choice, here);
        } else if (stmt instanceof Stmt.Dispatch dispatch) {
            dispatch(dispatch);
        } else if (stmt instanceof Stmt.CatchAll attempt) {
            attempt(attempt);
        } else if (stmt instanceof Stmt.Handler handler) {
            handler(handler);
        } else if (stmt instanceof Stmt.Await await) {
            await(await, here);
        } else if (stmt instanceof Stmt.Break jump) {
            end(new Exit.Goto(target(jump.label())));
        } else if (stmt instanceof Stmt.Throw failure) {
            end(new Exit.Throw(code(failure.failure()), failure.line()));
        } else if (stmt instanceof Stmt.Return returned) {
            Code value = returned.value() == null ? null : code(returned.value());
            end(new Exit.Return(value, returned.task(), returned.line()));
        } else {
            throw new IllegalStateException("spill leaves no " + stmt);
        }
    }

    private void labeled(Stmt.Labeled labeled) {
        Block after = new Block(labeled.label().name(), region, labeled.line());
        labels.put(labeled.label(), after);
        statement(labeled.body());
        end(new Exit.Goto(after));
        start(after);
    }

    private void forever(Stmt.Forever forever) {
        Block head = new Block("loop", region, forever.line());
        end(new Exit.Goto(head));
        start(head);
        all(forever.body().statements());
        end(new Exit.Goto(head));
    }

    private void dispatch(Stmt.Dispatch dispatch) {
        for (Stmt.Arm arm : dispatch.arms()) {
            Label label = arm.label();
            labels.put(label, new Block(label.name(), region, arm.body().line()));
        }
        all(dispatch.choice().statements());
        for (Stmt.Arm arm : dispatch.arms()) {
            Block block = target(arm.label());
            end(new Exit.Goto(block));
            start(block);
            all(arm.body().statements());
        }
    }

    private void choice(Stmt.If choice, Block here) {
        Stmt.Plain folded = Fold.plain(choice);
        if (folded != null && !isTest(choice)) {
            statement(folded);
            return;
        }
        Stmt.If guard = Fold.guard(choice);
        if (guard != null) {
            statement(guard);
            statement(choice.then());
            return;
        }
        Code condition = code(choice.condition());
        Block after = new Block("after_if", region, choice.line());
        Block then = destination(choice.then(), "then", after);
        Block otherwise = choice.otherwise() == null ? after : destination(choice.otherwise(), "else", after);
        here.exit = new Exit.Branch(condition, then, otherwise);
        current = null;
        arm(choice.then(), then, after);
        if (choice.otherwise() != null) {
            arm(choice.otherwise(), otherwise, after);
        }
        start(after);
    }

    /** A loop's test: goes on, or leaves. */
    private static boolean isTest(Stmt.If choice) {
        return choice.then() instanceof Stmt.Block then
                && then.statements().isEmpty()
                && choice.otherwise() != null
                && Fold.only(choice.otherwise()) instanceof Stmt.Break;
    }

    /** Where a branch goes: where its break goes if it is nothing else, to what follows if it is empty. */
    private Block destination(Stmt arm, String hint, Block after) {
        if (Fold.only(arm) instanceof Stmt.Break jump) {
            return target(jump.label());
        }
        boolean empty = arm instanceof Stmt.Block block && block.statements().isEmpty();
        return empty ? after : new Block(hint, region, arm.line());
    }

    private void arm(Stmt arm, Block block, Block after) {
        if (Fold.only(arm) instanceof Stmt.Break || block == after) {
            return;
        }
        start(block);
        statement(arm);
        end(new Exit.Goto(after));
    }

    private void attempt(Stmt.CatchAll attempt) {
        Block handler = new Block("catch", region, attempt.handler().line());
        Block after = new Block("after_" + attempt.hint(), region, attempt.line());
        Region outer = region;
        region = new Region(outer, handler, attempt.failure());
        Block body = new Block(attempt.hint(), region, attempt.line());
        end(new Exit.Goto(body));
        start(body);
        all(attempt.body().statements());
        end(new Exit.Goto(after));
        region = outer;
        start(handler);
        all(attempt.handler().statements());
        end(new Exit.Goto(after));
        start(after);
    }

    private void handler(Stmt.Handler handler) {
        boolean outer = inHandler;
        inHandler = true;
        all(handler.body().statements());
        inHandler = outer;
    }

    private void await(Stmt.Await await, Block here) {
        Block resume = new Block(await.hint(), region, await.line());
        resume.received = new Block.Received(await.target(), await.type(), await.line());
        here.exit = new Exit.Suspend(await.task(), resume, inHandler, await.line(), await.kind());
        start(resume);
    }

    private Block target(Label label) {
        Block block = labels.get(label);
        if (block == null) {
            throw new IllegalStateException("no such label around: " + label);
        }
        return block;
    }

    private void start(Block block) {
        blocks.add(block);
        current = block;
    }

    private void end(Exit exit) {
        if (current != null) {
            current.exit = exit;
            current = null;
        }
    }

    private static Code code(Expr expr) {
        return ((Expr.Plain) expr).code();
    }
}
