// Private members keep their meaning beside inherited, hidden, overriding and overloading ones of the same names.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import oracle.World;

/** semantics.md 20, 49. */
public final class NastyNeighbours {
    private final String name = "outer";
    private int calls;

    interface Constants {
        String LIMIT = "constant";

        private String hidden() {
            return "interface";
        }

        default String shown() {
            return hidden();
        }

        @Async
        default Task<String> through(World world) {
            return done(hidden() + await(world.later("through", 1)));
        }
    }

    static class Base {
        private final String LIMIT = "private limit";
        private final String name = "base";
        private static int made;
        private int value = 1;

        private Base() {
            made++;
        }

        private Base(int value) {
            this();
            this.value = value;
        }

        private Base(long value) {
            this();
            this.value = -1;
        }

        private String pick(int n) {
            return "private int";
        }

        private String pick(Integer... n) {
            return "private varargs";
        }

        private <T extends Number> String pick(T n) {
            return "private generic";
        }

        private static String same(Object o) {
            return "private static";
        }

        String hidden() {
            return "base";
        }

        private String own() {
            return "base own";
        }

        private record Map(String key) {}
    }

    static class Derived extends Base implements Constants {
        private final String name = "derived";

        Derived(int n) {
            super(n);
        }

        String pick(long n) {
            return "long";
        }

        String pick(Object n) {
            return "object";
        }

        static String same(String s) {
            return "string";
        }

        @Override
        public String hidden() {
            return "derived";
        }

        String own() {
            return "derived own";
        }

        @Async
        Task<String> run(World world) {
            String seen = LIMIT_OF(this) + pick(await(world.later("pick", 1))) + pick(2) + same("s");
            return done(seen + name + ((Base) this).name + ((Base) this).value + own() + ((Base) this).own());
        }

        private static String LIMIT_OF(Derived derived) {
            return derived.name;
        }
    }

    enum Kind {
        FIRST {
            private String secret() {
                return "first";
            }

            @Override
            String tell() {
                return secret();
            }
        },
        SECOND;

        private String secret() {
            return "kind " + name();
        }

        String tell() {
            return secret();
        }
    }

    private record Hidden(int value) {
        private int twice() {
            return 2 * value;
        }

        private static Hidden of(int n) {
            return new Hidden(n);
        }
    }

    private String pick(int n) {
        return "outer pick" + ++calls;
    }

    private static String same(Object o) {
        return "outer same";
    }

    @Async
    public Task<Object> body(World world) {
        Base.made = 0;
        List<Object> seen = new ArrayList<>();
        Derived derived = new Derived(await(world.later("a", 5)));
        Base base = derived;
        seen.add(base.LIMIT + Constants.LIMIT + Derived.LIMIT.length() + await(world.later("b", 1)));
        seen.add(base.pick(1) + base.pick() + base.pick(2.0) + base.pick(await(world.later("c", 3))));
        seen.add(derived.pick(1) + derived.pick("x") + derived.pick(await(world.later("d", 3))));
        seen.add(Base.same("x") + Derived.same("x") + same("x") + pick(1));
        seen.add(base.name + derived.name + name + base.value + base.own() + derived.own());
        IntFunction<String> reference = base::pick;
        IntFunction<String> other = derived::pick;
        Base anonymous = new Base(await(world.later("e", 7L))) {
            String own() {
                return "anonymous" + pick(3) + name;
            }

            @Override
            String hidden() {
                return own() + same(this);
            }
        };
        await(world.pause("f"));
        seen.add(reference.apply(1) + other.apply(1) + anonymous.hidden() + anonymous.own() + anonymous.value);
        seen.add(Kind.FIRST.tell() + Kind.SECOND.secret() + Kind.FIRST.secret());
        seen.add(Hidden.of(await(world.later("g", 4))).twice() + new Hidden(3).value);
        Map<String, Base.Map> map = Map.of("k", new Base.Map("v"));
        class Local extends Base {
            Map<String, String> map = Map.of("a", "b");
        }
        Base text = new Base(1) {
            private final Map<Integer, Integer> numbers = Map.of(1, 2);

            @Override
            String hidden() {
                return numbers + name;
            }
        };
        await(world.pause("h"));
        seen.add(map.get("k").key + new Local().map + text.hidden());
        seen.add(derived.shown() + await(derived.through(world)) + await(derived.run(world)) + Base.made + derived.hidden());
        return done(seen);
    }
}
