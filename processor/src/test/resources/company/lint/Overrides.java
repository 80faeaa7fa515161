// 17 override.equals.but.not.hashcode override.varargs.extra potentially.ambiguous.overload
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

class Overrides {
    abstract static class Parent {
        abstract Task<Void> all(Object... objects);
    }

    static class Child extends Parent {
        @Override
        @Async
        Task<Void> all(Object[] objects) {
            await(checkpoint());
            return done();
        }
    }

    void each(Consumer<Integer> consumer) {}

    void each(IntConsumer consumer) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof Overrides;
    }

    @Async
    Task<Boolean> body() {
        class Local {
            @Override
            public boolean equals(Object other) {
                return await() || other instanceof Local;
            }

            boolean await() {
                return true;
            }
        }
        return done(new Local().equals(await(done(new Local()))));
    }
}
