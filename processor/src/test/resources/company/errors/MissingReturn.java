// missing.ret.stmt
package errors;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class MissingReturn {
    @Async
    Task<Integer> body(boolean yes) {
        if (await(done(yes))) {
            return done(1);
        }
    }

    @Async
    Task<Void> nothing() {
        await(checkpoint());
    }

    int beside() {}
}
