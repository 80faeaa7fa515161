package dev.fermata.testing;

import dev.fermata.EventLoop;
import dev.fermata.TaskTree;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;

/** What a test has left behind: each, and where it was begun or stands. */
final class Leaks {
    private Leaks() {}

    /** Looks for all that is there but what waits for the end of the test. The loop's thread. */
    static List<String> find(TestContext context) {
        List<String> leaks = new ArrayList<>();
        EventLoop loop = context.loop();
        for (TaskTree.Node root : loop.tasks().roots()) {
            if (!root.description().equals(Ending.DESCRIPTION)) {
                leaks.add("a task has not ended:\n" + root.toString().stripTrailing());
            }
        }
        if (leaks.isEmpty() && loop.timers() > 0) {
            leaks.add(loop.timers() + " sleeps have not ended, which nobody awaits");
        }
        for (Closeable open : loop.leftOpen()) {
            leaks.add("left open: " + open);
        }
        for (String open : context.openChannels()) {
            leaks.add("left open: " + open);
        }
        return leaks;
    }
}
