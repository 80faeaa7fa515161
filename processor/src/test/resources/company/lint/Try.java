// 17 try.resource.not.referenced try.resource.throws.interrupted.exc
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class Try {
    interface Lock extends AutoCloseable {
        @Override
        void close();
    }

    interface Interruptible extends AutoCloseable {
        @Override
        void close() throws InterruptedException;
    }

    @Async
    Task<Void> body(Lock lock, Interruptible interruptible, AsyncCloseable closed) throws Exception {
        try (Lock held = lock) {
            await(checkpoint());
        }
        try (Lock held = lock) {
            lock.hashCode();
        }
        try (Interruptible held = await(done(interruptible))) {
            held.hashCode();
        }
        try (AsyncCloseable held = closed) {
            await(checkpoint());
        }
        return done();
    }
}
