// The same overload is chosen with awaited arguments as with plain ones.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 20. */
public final class Overloads {
    @Async
    public Task<Object> body(World world) {
        Integer boxed = 5;
        String text = pick(await(world.later("a", 1))) + pick((int) await(world.later("b", 1))) + pick(await(world.later("c", 1L))) + pick(await(world.later("d", "s"))) + pick(await(world.later("e", (Object) "o")));
        text += pick(await(world.later("f", 'c'))) + pick((String) null, await(world.later("g", 1))) + pick(await(world.later("h", 2)), null) + pick(boxed) + pick(boxed + await(world.later("i", 1)));
        return done(text);
    }

    private static String pick(int value) {
        return "int;";
    }

    private static String pick(long value) {
        return "long;";
    }

    private static String pick(Integer value) {
        return "Integer;";
    }

    private static String pick(Object value) {
        return "Object;";
    }

    private static String pick(String value) {
        return "String;";
    }

    private static String pick(String first, Object second) {
        return "String,Object;";
    }

    private static String pick(Integer first, Number second) {
        return "Integer,Number;";
    }
}
