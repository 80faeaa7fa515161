// Cases with type patterns await, in bodies, guards and the selector.
// since 21
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.List;
import java.util.function.Supplier;
import oracle.World;

public final class TypePatterns {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        Integer nothing = null;
        List<Object> values = List.of("", "short", "a longer text", 1, 20, 300, 4L, 'c', List.of(), new int[2]);
        int limit = 100;
        for (Object value : values) {
            switch (value) {
                case String s when s.isEmpty() -> text.append("empty");
                case String s when await(world.later("guard", s.length())) < 8 -> {
                    Supplier<String> captured = () -> s + "!";
                    s.length();
                    text.append(captured.get()).append(await(world.later("a", s)));
                }
                case String s -> text.append(s).append(await(world.later("b", s.length())));
                case Integer i when i > limit -> text.append("large").append(i);
                case Integer i when await(world.later("c", i > 10)) && await(world.later("d", i)) == 20 -> {
                    await(world.pause("e"));
                    text.append(i + 1);
                }
                case Integer i -> text.append(await(world.later("f", i)));
                case Long l -> text.append(l).append("L");
                case Character c -> {
                    await(world.pause("g"));
                    text.append(c);
                }
                case List<?> list -> text.append(list);
                default -> text.append(await(world.later("h", "other")));
            }
            String again = switch (await(world.later("i", value))) {
                case Integer i when i == 1:
                    yield "one" + await(world.later("j", i));
                case Number n:
                    yield "number" + n;
                case String s when await(world.later("k", s.length() > 3)):
                    yield s.substring(3);
                default:
                    await(world.pause("l"));
                    yield "-";
            };
            text.append(again).append(';');
        }
        text.append(
                switch (nothing) {
                    case null -> await(world.later("m", "null"));
                    case Integer i -> i;
                });
        return done(text.toString());
    }
}
