// An operand that is held over an await still chooses its overload.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.List;
import oracle.World;

/** semantics.md 20: null, boxed and primitive operands to the left of an await. */
public final class OverloadsOfSpilledOperands {
    @Async
    public Task<Object> body(World world) {
        char c = 'c';
        byte b = 1;
        String text = pick((String) null, await(world.later("a", 1))) + pick(c, await(world.later("d", 1))) + pick(b, await(world.later("e", 2))) + pick(world.see("f", 7), await(world.later("g", 3))) + pick(1L, await(world.later("h", 4)));
        text += pick(List.of(1), await(world.later("i", 5))) + pick(c == 'c' ? 1 : 'x', await(world.later("j", 6))) + pick(new String[0], await(world.later("k", 7)));
        return done(text);
    }

    private static String pick(String first, Object second) {
        return "String" + second + ";";
    }

    private static String pick(int first, Object second) {
        return "int" + second + ";";
    }

    private static String pick(char first, Object second) {
        return "char" + second + ";";
    }

    private static String pick(long first, Object second) {
        return "long" + second + ";";
    }

    private static String pick(Object first, Object second) {
        return "Object" + second + ";";
    }

    private static String pick(Object[] first, Object second) {
        return "Object[]" + second + ";";
    }
}
