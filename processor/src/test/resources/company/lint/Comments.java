// 17 missing.deprecated.annotation
// 25 dangling.doc.comment
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class Comments {
    /** Nobody's. */
    /** @deprecated but without the annotation */
    @Async
    Task<Void> body() {
        /** In a body. */
        await(checkpoint());
        return done();
    }
}
