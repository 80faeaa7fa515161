// 17 possible.fall-through.into.case
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class Fallthrough {
    @Async
    Task<Integer> body(int number) {
        int sum = 0;
        switch (number) {
            case 1:
                sum += await(done(1));
            case 2:
                sum++;
            default:
                sum += 3;
        }
        switch (await(done(number))) {
            case 1:
                sum++;
            default:
                sum += 5;
        }
        return done(sum);
    }
}
