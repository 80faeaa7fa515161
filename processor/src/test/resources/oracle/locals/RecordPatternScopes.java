// Variables of record patterns in instanceof live on over awaits, NaN among them, and are reassigned.
// since 21
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class RecordPatternScopes {
    record Point(double x, float y) {}

    record Line(Point from, Object to) {}

    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        Object[] values = {
            new Point(Double.NaN, Float.NaN), new Line(new Point(1, 2), "end"), new Line(new Point(3, 4), new Point(5, 6)), "no"
        };
        for (Object value : values) {
            if (!(value instanceof Line(Point(var x, float y), var to))) {
                if (value instanceof Point(double x, float y)) {
                    await(world.pause("a"));
                    text.append(x).append(y);
                    x = await(world.later("b", 2));
                    text.append(x);
                }
                continue;
            }
            await(world.pause("c"));
            text.append(x).append(y);
            if (to instanceof Point(var endX, var endY) && await(world.later("d", endX)) > 0) {
                Runnable captured = () -> text.append(endX).append(endY);
                captured.run();
            }
        }
        return done(text.toString());
    }
}
