// Text blocks and comments of every kind pass through.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 52. */
public final class TextBlocksAndComments {
    @Async
    public Task<Object> body(World world) {
        // A comment with "quotes" and /* opens */ and { braces
        String text = /* before */ await(world.later("a", "x")) /* after */ + """
            block // no comment
              "quoted" \"""
            """; // trailing
        /* await(world.pause("no")); */
        await(world.pause("b")); /** doc */
        char c = '"'; // '
        return done(text + c + "// no comment" + "/* none */");
    }
}
