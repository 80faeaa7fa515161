// Private classes with implicit constructors, anonymous heirs of them and private members around an inner class are used.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Function;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 49; tascalate #20, #25. */
public final class PrivateOfEveryKind {
    private int secret = 3;
    private static int shared;

    @Async
    public Task<Object> body(World world) {
        shared = 4;
        Plain plain = new Plain();
        plain.n += await(world.later("a", 1));
        Plain heir = new Plain() {
            @Override
            int twice() {
                return 3 * super.twice();
            }
        };
        Hidden<String> hidden = new Hidden<>(await(world.later("b", "h"))) {
            @Override
            String show() {
                return "anonymous " + super.show();
            }
        };
        Supplier<Plain> maker = Plain::new;
        Function<String, Hidden<String>> wrapper = Hidden::new;
        Level level = Level.of(await(world.later("c", 1)));
        await(world.pause("d"));
        Point<String> point = new Point<>(await(world.later("e", 2)), "y");
        Inner inner = new Inner();
        Object made = await(world.later("f", true)) ? new Generic<>("g").new Part(5).sum() : null;
        return done(plain.twice() + " " + heir.twice() + hidden.show() + maker.get().n + wrapper.apply("w").show() + level
                + level.weight + Level.valueOf("HIGH").ordinal() + Level.values().length + point + point.x
                + await(inner.run(world)) + await(Sibling.run(world, new Plain())) + made
                + pick(await(world.later("g", 1))) + pick(await(world.later("h", 2L))));
    }

    private String pick(int n) {
        return "int" + n;
    }

    public String pick(long n) {
        return "long" + n;
    }

    private static class Plain {
        private int n = 1;

        int twice() {
            return 2 * n;
        }
    }

    private static class Hidden<T> {
        private final T value;

        private Hidden(T value) {
            this.value = value;
        }

        String show() {
            return "hidden " + value;
        }
    }

    private record Point<T>(int x, T y) {
        private Point {
            if (x < 0) {
                throw new IllegalArgumentException();
            }
        }
    }

    private enum Level {
        LOW,
        HIGH {
            @Override
            int own() {
                return 7;
            }
        };

        private int weight = own();

        int own() {
            return 1;
        }

        private static Level of(int n) {
            return values()[n];
        }
    }

    private static final class Generic<T> {
        private final T value;

        private Generic(T value) {
            this.value = value;
        }

        private final class Part {
            private final int n;

            private Part(int n) {
                this.n = n;
            }

            private String sum() {
                return value + "" + n;
            }
        }
    }

    private final class Inner {
        private int secret = 8;

        @Async
        private Task<Integer> run(World world) {
            PrivateOfEveryKind.this.secret += await(world.later("inner", 1));
            secret++;
            shared += await(world.later("inner2", secret));
            Plain plain = new Plain();
            Supplier<Integer> lambda = () -> PrivateOfEveryKind.this.secret + plain.n + shared;
            await(world.pause("inner3"));
            return done(lambda.get());
        }
    }

    private static final class Sibling {
        @Async
        private static Task<Integer> run(World world, Plain plain) {
            plain.n <<= await(world.later("sibling", 2));
            PrivateOfEveryKind other = new PrivateOfEveryKind();
            other.secret--;
            Inner inner = other.new Inner();
            inner.secret *= await(world.later("sibling2", 2));
            return done(plain.n + inner.secret + other.secret);
        }
    }
}
