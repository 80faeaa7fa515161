// A switch assigns a variable that its cases, its selector or its guards capture.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class SwitchAssignsAndCaptures {
    private static void add(Runnable run) {
        run.run();
    }

    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        String first;
        switch ((first = await(world.later("a", "x"))).length()) {
            case 1 -> await(world.pause("b"));
            default -> text.append("no");
        }
        for (int i = 0; i < 2; i++) {
            int number;
            switch (number = i + 1) {
                case 1 -> add(() -> text.append(number));
                default -> {
                    add(() -> text.append(number * 2));
                    await(world.pause("c"));
                    add(() -> text.append(number * 3));
                }
            }
        }
        int chosen = switch (first) {
            case "x" -> {
                int local = await(world.later("d", 4));
                add(() -> text.append(local).append(first));
                yield local;
            }
            default -> 0;
        };
        add(() -> text.append(chosen));
        int late;
        switch (first) {
            case "x":
                late = chosen;
                add(() -> text.append(late));
                break;
            default:
                late = 0;
        }
        return done(text.toString());
    }
}
