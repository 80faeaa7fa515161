// 17 unchecked.call.mbr.of.raw.type prob.found.req unchecked.generic.array.creation unchecked.meth.invocation.applied
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;
import java.util.*;
import java.util.function.Supplier;

class Unchecked {
    private final List<String> names = new ArrayList<>();

    @SafeVarargs
    private static <T> List<T> list(T... elements) {
        return new ArrayList<>(Arrays.asList(elements));
    }

    private static <T> List<T> several(Supplier<T>... suppliers) {
        return List.of(suppliers[0].get());
    }

    static void beside(Object any) {
        List<String> cast = (List<String>) any;
        cast.clear();
    }

    @Async
    Task<List<String>> body(Object any) {
        List raw = names;
        raw.add(await(done("a")));
        List<String> cast = (List<String>) await(done(any));
        List<String> assigned = await(done((List) list("b")));
        Supplier<List<String>> lambda = () -> (List<String>) any;
        Supplier<Task<List<String>>> async = async(() -> {
            List<String> held = (List<String>) await(done(any));
            return done(held);
        });
        await(checkpoint());
        cast.addAll(several(() -> "c", () -> "d"));
        cast.addAll(Collections.unmodifiableList((List) raw));
        cast.addAll(lambda.get());
        cast.addAll(await(async.get()));
        return done(assigned);
    }

    private static <T> Supplier<Task<T>> async(Supplier<Task<T>> task) {
        return task;
    }
}
