// Exceptions of the user's own types, generic throws among them, are caught.
package oracle.exceptions;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class OwnExceptionTypes {
    @Async
    public Task<Object> body(World world) {
        try {
            await(OwnExceptionTypes.<Own>fail(world, new Own("own", 5)));
        } catch (Own e) {
            return done(e.getMessage() + e.code + await(world.later("a", 1)));
        }
        return done("never");
    }

    private static final class Own extends Exception {
        private static final long serialVersionUID = 1;
        private final int code;

        Own(String message, int code) {
            super(message);
            this.code = code;
        }
    }

    @Async
    private static <E extends Exception> Task<Void> fail(World world, E failure) throws E {
        await(world.pause("fail"));
        if (failure != null) {
            throw failure;
        }
        return done();
    }
}
