// A record's @Async methods use its components, accessors and other constructors.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 49. */
public final class RecordMethods {
    @Async
    public Task<Object> body(World world) {
        Point point = new Point(3, 4);
        return done(await(point.plus(world, new Point(10))) + " " + await(Point.origin(world)));
    }

    private record Point(int x, int y) {
        Point(int both) {
            this(both, both);
        }

        @Async
        Task<Point> plus(World world, Point other) {
            return done(new Point(x + await(world.later("a", other.x)), y() + await(world.later("b", other.y()))));
        }

        @Async
        static Task<Point> origin(World world) {
            return world.later("origin", new Point(0));
        }
    }
}
