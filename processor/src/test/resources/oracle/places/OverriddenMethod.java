// An overriding @Async method calls the one it overrides.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 21, 49. */
public final class OverriddenMethod {
    @Async
    public Task<Object> body(World world) {
        Base derived = new Derived();
        return done(await(derived.greet(world, "x")) + await(new Base().greet(world, "y")));
    }

    static class Base {
        protected String greeting = "hello ";

        @Async
        Task<String> greet(World world, String name) {
            return done(greeting + await(world.later("base", name)) + suffix());
        }

        String suffix() {
            return ".";
        }
    }

    static final class Derived extends Base {
        @Async
        @Override
        Task<String> greet(World world, String name) {
            greeting = "bye ";
            String text = await(super.greet(world, await(world.later("derived", name + name))));
            return done(text + super.suffix() + suffix() + super.greeting);
        }

        @Override
        String suffix() {
            return "!";
        }
    }
}
