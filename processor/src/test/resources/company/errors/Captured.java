// cant.ref.non.effectively.final.var
package errors;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class Captured {
    @Async
    Task<Integer> body() {
        int count = 0;
        Runnable lambda = () -> System.out.println(count);
        count += await(done(1));
        int other = 0;
        new Object() {
            int held = other;
        };
        other = await(done(2));
        return done(count);
    }
}
