// A local record, enum, interface and class are declared in a block that awaits, and used before and after.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import oracle.World;

/** semantics.md 30. */
public final class LocalClassesBesideAwaits {
    private int field = 7;

    @Async
    public Task<Object> body(World world) {
        // What a point is.
        record Point(int x, int y) {
            static int made;

            Point {
                made++;
                if (x < 0) {
                    throw new IllegalArgumentException("x");
                }
            }

            int sum() {
                return x + y;
            }
        }
        enum Colour {
            RED,
            GREEN {
                @Override
                String shout() {
                    return "green!";
                }
            };

            String shout() {
                return name();
            }
        }
        interface Shape {
            int area();

            default int twice() {
                return 2 * area();
            }
        }
        Point.made = 0;
        List<Object> seen = new ArrayList<>();
        Point first = new Point(await(world.later("a", 1)), 2);
        class Square implements Shape {
            private final int side;

            Square(int side) {
                this.side = side;
            }

            @Override
            public int area() {
                return side * side * field;
            }
        }
        Shape shape = new Square(3);
        Colour colour = await(world.later("b", Colour.GREEN));
        seen.add(shape.twice());
        Point second = new Point(await(world.later("c", 5)), first.sum());
        switch (colour) {
            case RED:
                seen.add("red");
                break;
            case GREEN:
                seen.add(colour.shout());
                break;
        }
        Object any = await(world.later("d", (Object) second));
        if (any instanceof Point point && point.x() > 4) {
            seen.add(point);
            await(world.pause("e"));
            seen.add(point.sum());
        }
        seen.add(new Square(await(world.later("f", 2))).side);
        seen.add(first.equals(new Point(1, 2)) + " " + Point.made + Colour.valueOf("RED").shout());
        seen.add(shape.getClass().getSimpleName() + shape.getClass().isLocalClass() + Point.class.getName());
        seen.add(shape.getClass() == Square.class && new Square(1).getClass() == Square.class);
        return done(seen);
    }
}
