// unreachable.stmt initializer.must.be.able.to.complete.normally
package errors;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class Unreachable {
    {
        throw new IllegalStateException();
    }

    @Async
    Task<Integer> body() {
        while (true) {
            await(checkpoint());
        }
        return done(1);
    }

    @Async
    Task<Integer> after() {
        return done(1);
        await(checkpoint());
    }
}
