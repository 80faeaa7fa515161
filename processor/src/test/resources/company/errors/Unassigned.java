// var.might.not.have.been.initialized var.not.initialized.in.default.constructor var.might.be.assigned.in.loop
package errors;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class Unassigned {
    private final int field;

    @Async
    Task<Integer> body(boolean yes) {
        int local;
        if (await(done(yes))) {
            local = 1;
        }
        final int twice = 1;
        await(checkpoint());
        final int once;
        while (await(done(yes))) {
            once = 2;
        }
        return done(local);
    }
}
