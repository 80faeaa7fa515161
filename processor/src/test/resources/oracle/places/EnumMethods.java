// An enum and the bodies of its constants have @Async methods.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 49. */
public final class EnumMethods {
    @Async
    public Task<Object> body(World world) {
        String text = "";
        for (Colour colour : Colour.values()) {
            text += await(colour.describe(world)) + await(Colour.next(world, colour)) + ";";
        }
        return done(text);
    }

    private enum Colour {
        RED(1),
        GREEN(2);

        private final int code;

        Colour(int code) {
            this.code = code;
        }

        @Async
        Task<String> describe(World world) {
            await(world.pause("describe"));
            return done(name() + code + (this == RED ? await(world.later("red", "!")) : ordinal()));
        }

        @Async
        static Task<Colour> next(World world, Colour colour) {
            Colour[] all = values();
            return done(all[(colour.ordinal() + await(world.later("step", 1))) % all.length]);
        }
    }
}
