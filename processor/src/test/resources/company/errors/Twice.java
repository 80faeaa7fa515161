// already.defined
package errors;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class Twice {
    @Async
    Task<Void> body() {
        int one = await(done(1));
        int one = 2;
        return done();
    }

    @Async
    Task<Void> body() {
        return done();
    }
}
