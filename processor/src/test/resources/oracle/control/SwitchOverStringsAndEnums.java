// Awaiting switches over strings, enums and boxes, and over nothing.
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

public final class SwitchOverStringsAndEnums {
    enum Color {
        RED,
        GREEN,
        BLUE
    }

    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        for (String word : new String[] {"one", "two", "three"}) {
            switch (word) {
                case "one" -> text.append(await(world.later("a", 1)));
                case "two" -> text.append("2");
                default -> text.append(await(world.later("b", "?")));
            }
        }
        for (Color color : Color.values()) {
            switch (color) {
                case RED:
                    text.append(await(world.later("c", "red")));
                    break;
                case GREEN:
                    text.append("green");
            }
            int number = switch (await(world.later("d", color))) {
                case RED -> 1;
                case GREEN -> await(world.later("e", 2));
                case BLUE -> {
                    await(world.pause("f"));
                    yield 3;
                }
            };
            text.append(number);
        }
        Integer boxed = await(world.later("g", 7));
        switch (boxed) {
            case 7 -> text.append(await(world.later("h", "seven")));
            default -> text.append("other");
        }
        Character letter = await(world.later("i", 'x'));
        switch (letter) {
            case 'x' -> text.append(await(world.later("j", letter)));
            default -> {}
        }
        switch (text.length()) {
        }
        return done(text.toString());
    }
}
