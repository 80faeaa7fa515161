// report.access
package errors;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class PrivateAccess {
    static class Other {
        @Async
        Task<Integer> correct() {
            return done(await(done(1)));
        }
    }

    @Async
    Task<Integer> body(Task<Integer> task) {
        await(task.completions());
        return done("".hash + await(done(1)));
    }
}
