// 17 empty.if
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class Empty {
    @Async
    Task<Void> body(boolean yes) {
        if (yes);
        if (await(done(yes)));
        return done();
    }
}
