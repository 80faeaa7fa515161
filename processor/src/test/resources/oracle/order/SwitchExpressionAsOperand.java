// A switch expression whose cases await is an operand: what is to its left is evaluated before it.
package oracle.order;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class SwitchExpressionAsOperand {
    private static String call(World world, String left, String middle, String right) {
        world.see("call", "call");
        return left + middle + right;
    }

    @Async
    public Task<Object> body(World world) {
        int x = 3;
        int[] numbers = {1, 2, 3};
        int index = 1;
        int sum = x + switch (await(world.later("a", index))) {
            case 1 -> {
                x = 100;
                yield await(world.later("b", 10)) + (index = 2);
            }
            default -> await(world.later("c", 20));
        } + x;
        String text = call(world, world.see("left", "left"), switch (index) {
            case 2 -> await(world.later("d", "two"));
            default -> "none";
        }, world.see("right", "right"));
        numbers[index] += switch (sum) {
            case 115 -> await(world.later("e", 7));
            default -> await(world.later("f", 8)) * (index = 0);
        };
        boolean both = sum > 0 && switch (index) {
            case 0 -> await(world.later("g", true));
            default -> true;
        };
        return done(sum + text + numbers[0] + numbers[1] + numbers[2] + both);
    }
}
