package dev.fermata.fs;

import dev.fermata.BlockingCallable;
import java.io.IOException;

/** Work on files that has no result. */
@FunctionalInterface
interface BlockingAction extends BlockingCallable<Void, IOException> {
    void run() throws IOException;

    @Override
    default Void call() throws IOException {
        run();
        return null;
    }
}
