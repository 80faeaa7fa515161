// A pattern variable of an operand that awaits is there for the operands after it.
package oracle.locals;

import static dev.fermata.Fermata.*;

import dev.fermata.*;
import oracle.World;

public final class PatternUsedByTheNextOperand {
    @Async
    public Task<Object> body(World world) {
        String seen = "";
        if (await(world.<Object>later("seven", 7)) instanceof Integer awaited && awaited > 6) {
            seen += "large ";
        }
        boolean same = await(world.<Object>later("text", "t")) instanceof String s && s.equals("t")
                || await(world.<Object>later("two", 2)) instanceof Integer i && i == 2;
        int[] lengths = {0, 1};
        lengths[await(world.<Object>later("five", 5)) instanceof Integer n && n > 4 ? n - 4 : 0] = 9;
        return done(seen + same + lengths[1]);
    }
}
