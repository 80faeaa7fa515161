// cant.resolve.location annotation.type.not.applicable
package errors;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class AnnotationValue {
    @Async(missing = 1)
    Task<Void> body() {
        await(checkpoint());
        return done();
    }

    @Async
    private Task<Void> field = done();
}
