package dev.fermata.net;

import dev.fermata.Task;
import java.util.List;
import java.util.stream.IntStream;

/** The tasks of reads that were done at once, made beforehand for small counts: such a read allocates nothing. */
final class ByteCount {
    private static final int LOWEST = -1;
    private static final int HIGHEST = 127; // what Integer.valueOf has at hand too

    private static final List<Task<Integer>> TASKS =
            IntStream.rangeClosed(LOWEST, HIGHEST).mapToObj(Task::done).toList();

    private ByteCount() {}

    /** A task that is done, with a number of bytes, or -1. */
    static Task<Integer> task(int count) {
        return count <= HIGHEST ? TASKS.get(count - LOWEST) : Task.done(count);
    }
}
