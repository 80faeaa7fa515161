// Every operand that is a null box fails before the next operand awaits.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import oracle.World;

/** javac unboxes an operand as it evaluates it (JLS 15.7.1). */
public final class UnboxedOperandsOfEveryKind {
    private final List<Object> seen = new ArrayList<>();

    @Async
    public Task<Object> body(World world) {
        List<? extends Integer> boxes = List.of(1, 2);
        seen.add(boxes.get(0) + await(world.later("list", 1)) + overloaded(boxes.get(1), await(world.later("o", 1L))));
        for (int kind = 0; kind < 12; kind++) {
            try {
                seen.add(await(operand(world, kind, null)));
            } catch (NullPointerException expected) {
                world.caught(expected);
            }
            seen.add(await(operand(world, kind, 1)));
        }
        return done(seen.toString());
    }

    @Async
    private Task<Object> operand(World world, int kind, Integer box) {
        int[][] arrays = {{1, 2}, {3, 4}};
        Object result = null;
        if (kind == 0) {
            result = world.see("compared", box) < await(world.later("a", 2));
        } else if (kind == 1) {
            result = box << await(world.later("b", 2));
        } else if (kind == 2) {
            result = (box & 3) + await(world.later("c", 2));
        } else if (kind == 3) {
            result = box + "text" + await(world.later("d", 2));
        } else if (kind == 4) {
            result = (Object) box == await(world.later("e", "x"));
        } else if (kind == 5) {
            int number = 1;
            result = box == number + await(world.later("f", 0));
        } else if (kind == 6) {
            arrays[box][1] = await(world.later("g", 7));
            result = arrays[1][1];
        } else if (kind == 7) {
            result = new int[box][await(world.later("h", 3))].length;
        } else if (kind == 8) {
            result = new long[] {1, world.see("i", 2), await(world.later("i", 3))}.length;
        } else if (kind == 9) {
            result = new int[] {box, await(world.later("j", 3))}.length;
        } else if (kind == 10) {
            result = overloaded(box, await(world.later("k", 3))) + sum(1, box, await(world.later("l", 3)));
        } else if (kind == 11) {
            result = new Sum(await(world.later("m", box)), await(world.later("n", 3))).total;
        }
        return done(result);
    }

    private static String overloaded(long a, long b) {
        return "long" + (a + b);
    }

    private static String overloaded(double a, double b) {
        return "double" + (a + b);
    }

    private static int sum(int... all) {
        int sum = 0;
        for (int one : all) {
            sum += one;
        }
        return sum;
    }

    private static final class Sum {
        private final int total;

        private Sum(int a, int b) {
            total = a + b;
        }
    }
}
