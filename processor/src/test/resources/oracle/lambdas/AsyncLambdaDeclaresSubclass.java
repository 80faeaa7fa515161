// A class in an async lambda may name the instance around it before its own constructor has called that of its superclass.
package oracle.lambdas;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.Work;
import oracle.World;

public final class AsyncLambdaDeclaresSubclass {
    private int field = 3;

    private static class Cell {
        final int value;

        Cell(int value) {
            this.value = value;
        }
    }

    @Async
    public Task<Object> body(World world) {
        int base = await(world.later("base", 100));
        Work<Object, RuntimeException> work = () -> {
            class Filled extends Cell {
                Filled(String name, int... given) {
                    super(given.length == 0 ? base + field : AsyncLambdaDeclaresSubclass.this.field++);
                    world.log(name);
                }

                int sum() {
                    return value + base + field;
                }
            }
            class Empty extends Cell {
                Empty() {
                    super(field);
                }
            }
            Filled filled = new Filled("none");
            int n = await(world.later("n", filled.sum()));
            return done(n + new Filled("two", n, 2).sum() + new Empty().value);
        };
        world.log(await(work.call()));
        return done(await(work.call()));
    }
}
