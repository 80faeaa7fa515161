// cant.resolve.location
package errors;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class MissingImport {
    @Async
    Task<List<String>> body(Map<String, Integer> parameter) {
        return done(await(done(new ArrayList<>(parameter.keySet()))));
    }

    @Async
    Task<Integer> correct() {
        return done(await(done(1)));
    }
}
