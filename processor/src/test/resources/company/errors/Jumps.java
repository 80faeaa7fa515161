// undef.label break.outside.switch.loop cont.outside.loop
package errors;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class Jumps {
    @Async
    Task<Void> body() {
        await(checkpoint());
        break;
    }

    @Async
    Task<Void> labelled() {
        outer:
        while (await(done(true))) {
            continue inner;
        }
        continue;
    }
}
