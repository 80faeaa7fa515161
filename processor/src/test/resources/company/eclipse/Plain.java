package p;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class Plain {
    @Async
    Task<Integer> next(Task<Integer> number) {
        return done(await(number) + 1);
    }
}
