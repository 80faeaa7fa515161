// An async lambda uses the classes of the method that it stands in, with what they capture, and classes of its own.
package oracle.lambdas;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Function;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 30, 51. */
public final class AsyncLambdaUsesLocalClasses {
    private int field = 5;

    @Async
    public Task<Object> body(World world) {
        return done(await(run(world, 2)) + await(AsyncLambdaUsesLocalClasses.<String>generic(world, "g")) + await(new Plain(7).run(world, 3).get()));
    }

    @Async
    private Task<String> run(World world, int base) {
        record Point(int x, int y) {
            int sum() {
                return x + y;
            }
        }
        int offset = await(world.later("offset", 100));
        class Counter {
            private int count = base;

            Counter(int start) {
                count += start;
            }

            int next() {
                return count++ + offset + field;
            }
        }
        var counted = new Object() {
            int value = offset;
        };
        Function<Point, Task<String>> use = point -> {
            Counter counter = new Counter(point.sum());
            await(world.pause("between"));
            counted.value += counter.next();
            enum Kind { ONE, TWO }
            class Mine {
                private final Kind kind;

                Mine(Kind kind) {
                    this.kind = kind;
                }

                String show() {
                    return kind + "/" + counter.next() + "/" + base;
                }
            }
            Mine mine = new Mine(await(world.later("kind", Kind.TWO)));
            Supplier<Task<String>> nested = () -> done(mine.show() + new Point(await(world.later("x", 1)), 2) + new Counter(1).next());
            return done(mine.show() + await(nested.get()) + counter.next());
        };
        return done(await(use.apply(new Point(3, 4))) + counted.value);
    }

    @Async
    private static <T> Task<String> generic(World world, T value) {
        record Pair<A>(A first, int second) {}
        class Holder {
            T held = value;
        }
        Supplier<Task<Pair<T>>> make = () -> {
            Holder holder = new Holder();
            int n = await(world.later("n", 4));
            return done(new Pair<>(holder.held, n));
        };
        return done("" + await(make.get()));
    }

    @Async
    private static final class Plain {
        private final int field;

        Plain(int field) {
            this.field = field;
        }

        Supplier<Task<String>> run(World world, int base) {
            record Point(int x, int y) {}
            int offset = world.see("offset", 20);
            class Counter {
                private int count = base;

                int next() {
                    return count++ + offset + field;
                }
            }
            var seen = new Object() {
                int times;
            };
            return () -> {
                Counter counter = new Counter();
                seen.times += await(world.later("times", 2));
                Point point = new Point(counter.next(), await(world.later("y", 1)));
                return done(point + " " + counter.next() + seen.times);
            };
        }
    }
}
