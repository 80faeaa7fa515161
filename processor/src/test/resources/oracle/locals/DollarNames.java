// Names with dollars are names: of classes, methods, variables, labels and type variables.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 23, 52. */
public final class DollarNames {
    private final int $ = 3;
    private int $$ = 4;

    static class $Nested {
        private int $x = 5;
    }

    static class A$B {
        private String c$() {
            return "c$";
        }

        private static class C$ {
            private int d = 6;
        }
    }

    @Async
    private <$T> Task<$T> $($T $t) {
        await(done());
        return done($t);
    }

    @Async
    private Task<String> body$() {
        Object anonymous = new Object() {
            @Override
            public String toString() {
                return "body$";
            }
        };
        await(done());
        return done(anonymous.toString());
    }

    @Async
    private Task<String> body$1() {
        await(done());
        return done("body$1");
    }

    @Async
    public Task<Object> body(World world) {
        List<Object> seen = new ArrayList<>();
        class $ {
            int value = await0() + $$;

            int await0() {
                return 1;
            }
        }
        $ one = new $();
        await(world.pause("a"));
        seen.add(one.value + new $().value);
        Object kept = new $() {
            @Override
            public String toString() {
                return "anonymous" + value;
            }
        };
        await(world.pause("b"));
        seen.add(kept + " " + new $Nested().$x + new A$B().c$() + new A$B.C$().d);
        int $frame = await(world.later("c", 1));
        int state$ = await(world.later("d", 2)) + $frame;
        $label$:
        for (;;) {
            while (true) {
                state$ += await(world.later("e", this.$));
                if (state$ > 4) {
                    break $label$;
                }
            }
        }
        record $R(int $, String $$) {}
        enum E$ { $A, $B { @Override public String toString() { return "b$"; } } }
        interface $I { int $(); }
        class Outer$ {
            class Inner$ {
                int n = state();
            }

            int state() {
                return 7;
            }
        }
        $I lambda = () -> $frame;
        var $r = new $R(await(world.later("f", 8)), "$S");
        seen.add($r + " " + E$.$A + E$.$B + lambda.$() + state$);
        Outer$.Inner$ inner = new Outer$().new Inner$();
        Object text = new Object() {
            @Override
            public String toString() {
                return "text" + $frame;
            }
        };
        await(world.pause("g"));
        seen.add(inner.n + text.toString());
        Supplier<Task<String>> async$ = () -> done(await(world.later("h", "$L")) + new $().value);
        seen.add(await(body$()) + await(body$1()));
        seen.add(await(async$.get()) + await($("$T")));
        return done(seen);
    }
}
