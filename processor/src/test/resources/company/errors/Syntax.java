// expected
package errors;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class Syntax {
    @Async
    Task<Integer> body() {
        int sum = await(done(1);
        return done(sum)
    }
}
