// 17 div.zero
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class DivZero {
    @Async
    Task<Integer> body(int number) {
        int quotient = number / 0;
        await(checkpoint());
        quotient %= 0;
        return done(quotient + await(done(1)) / 0);
    }
}
