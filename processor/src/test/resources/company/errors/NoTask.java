// cant.apply.symbols
package errors;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class NoTask {
    @Async
    Task<Integer> body(String text) {
        return done(await(text));
    }
}
