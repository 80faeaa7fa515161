// 17 static.not.qualified.by.type
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class Static {
    private static int count;

    private static int count() {
        return count;
    }

    private static Static self() {
        return null;
    }

    @Async
    Task<Integer> body(Static other) {
        int sum = other.count + await(done(other.count()));
        sum += this.count;
        self().count = await(done(3));
        return done(sum + self().count());
    }
}
