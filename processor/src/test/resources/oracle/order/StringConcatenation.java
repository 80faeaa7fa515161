// A concatenation takes each operand's text when it is evaluated or later, never its old object's.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 5: JLS 15.7 evaluates the operand, the text is made when all are there (JDK-8273914 and its history). */
public final class StringConcatenation {
    @Async
    public Task<Object> body(World world) {
        String text = "n" + null + await(world.later("a", (Object) null)) + 1 + 2L + 'c' + await(world.later("b", 1.0f)) + await(world.later("c", "s")).length() + await(world.later("d", true));
        char[] chars = {'x'};
        text += chars[0] + await(world.later("e", 1)) + "" + chars[0] + await(world.later("f", 1));
        return done(text);
    }
}
