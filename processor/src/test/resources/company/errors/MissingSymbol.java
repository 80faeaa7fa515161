// cant.resolve.location cant.resolve.location.args
package errors;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class MissingSymbol {
    @Async
    Task<Integer> body() {
        int sum = await(done(missing));
        sum += await(missing());
        Missing type = await(done(null));
        await(done("")).missing();
        return done(sum);
    }

    int beside() {
        return missing;
    }
}
