// 17 strictfp auxiliary.class.accessed.from.outside.of.its.source.file
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

strictfp class Auxiliary {
    @Async
    Task<Integer> body() {
        return done(new Beside().number + await(done(new Beside())).number);
    }
}
