// prob.found.req operator.cant.be.applied.1 incomparable.types
package errors;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class WrongTypes {
    private static int number(int number) {
        return number;
    }

    @Async
    Task<Integer> body(String text) {
        int sum = await(done("text"));
        sum = number(await(done(text)));
        boolean less = await(done(text)) - 1 < sum;
        if (text == await(done((Integer) sum))) {
            sum++;
        }
        return done(text);
    }

    String beside() {
        return 1;
    }
}
