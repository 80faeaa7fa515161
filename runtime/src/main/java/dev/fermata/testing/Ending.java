package dev.fermata.testing;

import dev.fermata.Completer;
import dev.fermata.Described;
import dev.fermata.Fermata;
import dev.fermata.Task;
import dev.fermata.Watcher;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Waits for a test to end, then for what is ending beside it, and looks at what is left. Loop-confined. */
final class Ending extends Watcher<@Nullable Object> implements Described, Runnable {
    static final String DESCRIPTION = "the end of the test";

    /** Turns of the loop in which what was told to end has to do so. */
    private static final int GRACE = 64;

    private final Completer<Boolean> end = new Completer<>();
    private final TestContext context;
    private final Consumer<List<String>> leaks;
    private int turns = GRACE;

    private Ending(TestContext context, Consumer<List<String>> leaks) {
        this.context = context;
        this.leaks = leaks;
    }

    /** A task that ends after {@code test}, when {@code leaks} was told what is left. */
    static Task<Boolean> of(Task<?> test, TestContext context, Consumer<List<String>> leaks) {
        Ending ending = new Ending(context, leaks);
        ending.end.onCancel(ending);
        ending.watch(test);
        return ending.end.task();
    }

    @Override
    protected void ended(Task<?> task) {
        if (turns-- > 0) {
            watch(Fermata.checkpoint());
            return;
        }
        leaks.accept(Leaks.find(context));
        end.complete(true);
    }

    /** The wait was cancelled. */
    @Override
    public void run() {
        unwatch();
    }

    @Override
    public String toString() {
        return DESCRIPTION;
    }
}
