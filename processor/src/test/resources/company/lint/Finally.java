// 17 finally.cannot.complete
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class Finally {
    @Async
    Task<Integer> body() {
        try {
            try {
                await(checkpoint());
            } finally {
                throw new IllegalStateException();
            }
        } finally {
            return done(await(done(1)));
        }
    }
}
