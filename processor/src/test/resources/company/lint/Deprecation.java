// 17 has.been.deprecated has.been.deprecated.for.removal
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;
import java.util.function.IntSupplier;

class Deprecation {
    static int beside() {
        return Old.call() + Old.going();
    }

    @Async
    Task<Integer> body() {
        int sum = Old.call() + await(done(Old.number));
        sum += Old.going();
        Old.Shape shape = await(done(new Old.Shape(sum)));
        IntSupplier reference = Old::call;
        IntSupplier lambda = () -> Old.going();
        await(checkpoint());
        return done(shape.size() + reference.getAsInt() + lambda.getAsInt());
    }

    /** The same without a warning: what suppresses it stands in the body. */
    @Async
    Task<Integer> suppressed() {
        @SuppressWarnings("deprecation")
        int sum = Old.call();
        @SuppressWarnings("removal")
        int going = Old.going();
        await(checkpoint());
        return done(sum + going);
    }

    /** And here on the method. */
    @Async
    @SuppressWarnings({"deprecation", "removal"})
    Task<Integer> suppressedThroughout() {
        return done(await(done(Old.call())) + Old.going());
    }
}
