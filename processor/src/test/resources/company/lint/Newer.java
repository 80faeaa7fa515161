// 25 possible.loss.of.precision possible.this.escape restricted.method
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

public class Newer {
    public Newer() {
        body(1);
    }

    @Async
    public Task<Integer> body(double more) {
        int sum = 0;
        sum += more;
        sum += await(done(2L));
        await(checkpoint());
        sum -= more;
        if (sum < 0) {
            System.loadLibrary("none");
        }
        return done(sum);
    }
}
