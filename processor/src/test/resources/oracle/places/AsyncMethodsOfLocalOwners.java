// Local and anonymous classes with @Async methods stand in all kinds of bodies, and capture locals and this.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.List;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 49. */
public final class AsyncMethodsOfLocalOwners {
    private int field = 2;
    private final Step inField = new Step() {
        private int calls;

        @Async
        @Override
        public Task<String> run(World world, int n) {
            calls += await(world.later("field", n));
            return done("field" + calls + field++);
        }
    };
    private static final Step IN_STATIC_FIELD = new Step() {
        @Async
        @Override
        public Task<String> run(World world, int n) {
            return done("static" + await(world.later("static", n)) + this.own());
        }

        private int own() {
            return 5;
        }
    };

    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (Step step : List.of(inField, IN_STATIC_FIELD, inMethod(world, 3, "m"), generic("g"), Kind.PLAIN, Kind.SPECIAL)) {
            text.append(await(step.run(world, 4))).append(' ');
        }
        text.append(await(inAsync(world, 6))).append(' ').append(await(inLambda(world).get().run(world, 1)));
        text.append(await(deep(world, 10).run(world, 1))).append(await(initialised.run(world, 3)));
        return done(text.toString());
    }

    interface Step {
        Task<String> run(World world, int n);
    }

    private final Step initialised;

    {
        int start = 40;
        List<Integer> list = List.of(start);
        initialised = new Step() {
            @Async
            @Override
            public Task<String> run(World world, int n) {
                return done("init" + await(world.later("init", n)) + list + start + field);
            }
        };
    }

    private Step inMethod(World world, int factor, String text) {
        long wide = 7L;
        class Counter implements Step {
            private int count = factor;

            Counter(int more) {
                count += more;
            }

            @Async
            @Override
            public Task<String> run(World given, int n) {
                count += await(given.later("count", n));
                Supplier<Task<Integer>> lambda = () -> done(await(world.later("lambda", factor)) + field);
                record Pair(int left, long right) {}
                Pair pair = new Pair(await(lambda.get()), wide);
                Counter other = n > 0 ? new Counter(100) : this;
                other.count += factor;
                return done(text + count + pair + other.count + await(other.twice(n)) + (n > 0 ? await(other.run(given, 0)) : ""));
            }

            @Async
            private Task<Integer> twice(int n) {
                await(world.pause("twice"));
                return done(n * 2 + help());
            }

            private int help() {
                return field += factor;
            }
        }
        return new Counter(1);
    }

    private static <T> Step generic(T value) {
        class Holder<U> implements Step {
            private final List<U> others;

            Holder(List<U> others) {
                this.others = others;
            }

            @Async
            @Override
            public Task<String> run(World world, int n) {
                T held = await(world.later("held", value));
                U other = others.get(await(world.later("index", 0)));
                return done(held + "" + other);
            }
        }
        return new Holder<>(List.of(8));
    }

    private enum Kind implements Step {
        PLAIN,
        SPECIAL {
            private final int own = 1; // and not assigned: constants outlive the run of a case

            @Async
            @Override
            public Task<String> run(World world, int n) {
                int sum = own + await(world.later("special", n));
                return done(name() + sum + shared() + ordinal());
            }
        };

        @Async
        @Override
        public Task<String> run(World world, int n) {
            await(world.pause("plain"));
            return done(name() + n);
        }

        String shared() {
            return "shared";
        }
    }

    @Async
    private Task<String> inAsync(World world, int base) {
        int later = await(world.later("base", base));
        Step step = new Step() {
            private int own = later;

            @Async
            @Override
            public Task<String> run(World given, int n) {
                own += await(given.later("own", n));
                return done("async" + own + later + base + field);
            }
        };
        record Point(int x) {
            @Async
            Task<Integer> plus(World given, int n) {
                return done(x + await(given.later("plus", n)));
            }

            @Async
            static Task<Integer> fixed(World given) {
                return done(await(given.later("fixed", 9)));
            }
        }
        interface Greeter {
            @Async
            default Task<String> greet(World given) {
                return done("hello" + await(given.later("greet", 1)));
            }
        }
        enum Color {
            RED;

            @Async
            Task<String> paint(World given) {
                return done(this + await(given.later("paint", "!")));
            }
        }
        class Local implements Greeter {
            @Async
            Task<String> all() {
                return done(await(greet(world)) + await(Color.RED.paint(world)) + await(new Point(later).plus(world, 1)));
            }
        }
        return done(await(step.run(world, 1)) + await(new Local().all()) + await(Point.fixed(world)));
    }

    private Supplier<Step> inLambda(World world) {
        int outer = 3;
        return () -> {
            int inner = outer + 1;
            return new Step() {
                @Async
                @Override
                public Task<String> run(World given, int n) {
                    return done("lambda" + await(world.later("n", n)) + inner + outer + field);
                }
            };
        };
    }

    private Step deep(World world, int depth) {
        class Outer {
            private final int own = depth + 1;

            class Member implements Step {
                @Async
                @Override
                public Task<String> run(World given, int n) {
                    int mine = await(given.later("mine", n));
                    return done("deep" + mine + own + depth + field + await(nested(mine).run(given, 2)));
                }

                private Step nested(int further) {
                    return new Step() {
                        @Async
                        @Override
                        public Task<String> run(World given, int n) {
                            await(world.pause("nested"));
                            return done("/" + n + further + own + depth + field);
                        }
                    };
                }
            }
        }
        return new Outer().new Member();
    }
}
