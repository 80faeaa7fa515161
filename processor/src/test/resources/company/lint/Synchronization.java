// 17 attempt.to.synchronize.on.instance.of.value.based.class sun.proprietary
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class Synchronization {
    private static final Integer LOCK = 1;

    @Async
    Task<Object> body() {
        synchronized (LOCK) {
            LOCK.hashCode();
        }
        sun.misc.Unsafe unsafe = null;
        await(checkpoint());
        return done(unsafe);
    }
}
