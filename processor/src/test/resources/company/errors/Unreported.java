// unreported.exception.need.to.catch.or.throw except.never.thrown.in.try
package errors;

import static dev.fermata.Fermata.*;

import dev.fermata.*;
import java.io.IOException;

class Unreported {
    private static Task<Integer> read() throws IOException {
        throw new IOException();
    }

    @Async
    Task<Integer> body() {
        return done(await(read()));
    }

    @Async
    Task<Integer> caught() {
        try {
            await(checkpoint());
        } catch (IOException never) {
            return done(1);
        }
        return done(2);
    }

    @Async
    Task<Void> closed(AutoCloseable closeable) {
        try (closeable) {
            await(checkpoint());
        }
        return done();
    }

    void beside() {
        throw new IOException();
    }
}
