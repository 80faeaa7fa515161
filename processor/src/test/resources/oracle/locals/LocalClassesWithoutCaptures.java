// An await-free local record, enum, interface and class can be used in a block of their own.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 30. */
public final class LocalClassesWithoutCaptures {
    @Async
    public Task<Object> body(World world) {
        int n = await(world.later("a", 3));
        String text = use(n);
        await(world.pause("b"));
        return done(text + n);
    }

    private static String use(int n) {
        record Point(int x, int y) {}
        enum Colour {
            RED,
            GREEN
        }
        interface Shape {
            int area();
        }
        class Square implements Shape {
            @Override
            public int area() {
                return n * n;
            }
        }
        return new Point(n, 2) + " " + Colour.values()[1] + new Square().area();
    }
}
