// cant.resolve
package errors;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class MissingClass {
    @Async
    Task<Missing> body(Missing parameter) throws MissingException {
        await(checkpoint());
        return done(parameter);
    }
}
