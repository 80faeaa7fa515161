// does.not.override.abstract override.incompatible.ret method.does.not.override.superclass
package errors;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class Overridden {
    interface Reader {
        Task<String> read();

        Task<Integer> count();
    }

    static class File implements Reader {
        @Override
        @Async
        public Task<Integer> read() {
            return done(await(done(1)));
        }

        @Override
        @Async
        public Task<Integer> size() {
            return done(await(done(1)));
        }
    }
}
