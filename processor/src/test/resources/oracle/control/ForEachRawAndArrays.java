// A for-each over arrays of arrays and over a set keeps the order.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class ForEachRawAndArrays {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        int[][] rows = {{1, 2}, {}, {3}};
        for (int[] row : rows) {
            for (int cell : row) {
                text.append(await(world.later("cell", cell)));
            }
            text.append('|').append(await(world.later("row", row.length)));
        }
        for (char c : await(world.later("chars", "xyz")).toCharArray()) {
            text.append(c).append(await(world.later("c", c)).charValue());
        }
        return done(text.toString());
    }
}
