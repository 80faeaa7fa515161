// 17 varargs.unsafe.use.varargs.param inexact.non-varargs.call unchecked.varargs.non.reifiable.type
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;
import java.util.List;

class Varargs {
    @SafeVarargs
    private static <T> Object leaked(T... elements) {
        Object[] all = elements;
        return all;
    }

    private static int count(Object... all) {
        return all == null ? 0 : all.length;
    }

    @Async
    @SafeVarargs
    static <T> Task<Object> body(T... elements) {
        Object[] all = elements;
        await(checkpoint());
        return done(leaked(all));
    }

    @Async
    static <T> Task<Integer> nulls(List<T>... lists) {
        return done(count(null) + await(done(lists.length)));
    }
}
