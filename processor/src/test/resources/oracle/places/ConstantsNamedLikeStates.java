// Classes that are named as a state or a variable would be, all in capitals, keep their meaning.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.net.URI;
import java.util.UUID;
import oracle.World;

/** semantics.md 49. */
public final class ConstantsNamedLikeStates {
    private static final class ID {
        static final int LENGTH = 36;

        static int half() {
            return LENGTH / 2;
        }
    }

    private final World world;

    public ConstantsNamedLikeStates() {
        this(null);
    }

    private ConstantsNamedLikeStates(World world) {
        this.world = world;
    }

    @Async
    public Task<Object> body(World world) {
        return new ConstantsNamedLikeStates(world).names();
    }

    @Async
    private Task<Object> names() {
        var uuid = UUID.fromString(await(uuid()));
        var length = await(id()) + ID.LENGTH + ID.half();
        String before;
        {
            int ID = await(id());
            before = ID + ":" + await(id()) + ":" + ID;
        }
        var uri = URI.create(await(uri()));
        return done(uuid.version() + " " + length + " " + before + " " + ID.half() + " " + uri.getHost());
    }

    private Task<String> uuid() {
        return world.later("uuid", "00000000-0000-4000-8000-000000000000");
    }

    private Task<Integer> id() {
        return world.later("id", 1);
    }

    private Task<String> uri() {
        return world.later("uri", "https://example.org/");
    }
}
