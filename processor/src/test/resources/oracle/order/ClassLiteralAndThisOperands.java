// Class literals and this are operands like others.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class ClassLiteralAndThisOperands {
    @Async
    public Task<Object> body(World world) {
        String text = ClassLiteralAndThisOperands.class.getSimpleName() + await(world.later("a", 1)) + this + await(world.later("b", 2)) + int.class + this.me().me();
        return done(text + this.join(await(world.later("c", "x")), this));
    }

    private ClassLiteralAndThisOperands me() {
        return this;
    }

    private String join(String text, Object last) {
        return text + last;
    }

    @Override
    public String toString() {
        return "me";
    }
}
