package dev.fermata.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.TryTree;
import org.jspecify.annotations.Nullable;

/**
 * What Lombok makes of {@code @SneakyThrows}: the method's body within
 *
 * <pre>{@code
 * try { ... } catch (final java.lang.Throwable $ex) { throw lombok.Lombok.sneakyThrow($ex); }
 * }</pre>
 *
 * In an {@code @Async} method that means nothing: whatever the body throws fails the task, checked or not.
 */
final class SneakyThrows {
    private SneakyThrows() {}

    /** The user's own body, if the statement is Lombok's around it. */
    static @Nullable BlockTree body(StatementTree statement) {
        return statement instanceof TryTree attempt
                        && attempt.getResources().isEmpty()
                        && attempt.getFinallyBlock() == null
                        && attempt.getCatches().size() == 1
                        && isRethrow(attempt.getCatches().get(0))
                ? attempt.getBlock()
                : null;
    }

    private static boolean isRethrow(CatchTree handler) {
        return handler.getBlock().getStatements().size() == 1
                && handler.getBlock().getStatements().get(0) instanceof ThrowTree thrown
                && thrown.getExpression() instanceof MethodInvocationTree call
                && call.getMethodSelect().toString().equals("lombok.Lombok.sneakyThrow");
    }
}
