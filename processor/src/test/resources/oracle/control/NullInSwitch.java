// A null selector goes to its case, alone or with default; without one it fails.
// since 21
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

@SuppressWarnings("fallthrough")
public final class NullInSwitch {
    enum Color {
        RED,
        GREEN
    }

    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (String word : new String[] {"a", null, "b"}) {
            switch (word) {
                case "a" -> text.append(await(world.later("a", 1)));
                case null, default -> text.append(await(world.later("b", 2)));
            }
            switch (word) {
                case null:
                    text.append("null");
                    await(world.pause("c"));
                    break;
                case "b":
                    await(world.pause("d"));
                default:
                    text.append("some");
            }
        }
        for (Color color : new Color[] {Color.RED, null}) {
            try {
                Object object = color;
                text.append(
                        switch (object) {
                            case Color.RED -> await(world.later("e", "red"));
                            case Color c when await(world.later("f", c == Color.GREEN)) -> "green";
                            case Object o -> o.toString();
                        });
            } catch (NullPointerException e) {
                text.append("failed");
            }
            int number =
                    switch (color) {
                        case RED -> await(world.later("g", 1));
                        case GREEN -> 2;
                        case null -> await(world.later("h", 3));
                    };
            text.append(number);
        }
        for (Object object : new Object[] {"x", 1, null}) {
            switch (object) {
                case String s when await(world.later("i", s.isEmpty())) -> text.append("empty");
                case Object o when await(world.later("j", o.equals(1))) -> text.append("one");
                case null, default -> text.append(await(world.later("k", "rest")));
            }
            switch (object) {
                case String s when await(world.later("l", s.isEmpty())) -> text.append("empty");
                case null -> text.append("null");
                case Object o -> text.append(await(world.later("m", o)));
            }
        }
        return done(text.toString());
    }
}
