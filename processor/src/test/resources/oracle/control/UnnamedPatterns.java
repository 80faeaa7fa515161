// Unnamed variables and patterns stand in fragments and in what awaits.
// since 22
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.List;
import java.util.function.BinaryOperator;
import oracle.World;

public final class UnnamedPatterns {
    record Pair(Object first, Object second) {}

    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (Object _ : List.of(1, 2)) {
            await(world.pause("a"));
            count++;
        }
        var _ = await(world.later("b", 1));
        for (int i = 0, _ = world.see("init", 1); i < 2; i++) {
            text.append(await(world.later("c", i)));
        }
        try {
            Integer.parseInt(await(world.later("d", "no number")));
        } catch (NumberFormatException _) {
            text.append(await(world.later("e", "caught")));
        }
        for (Object value : List.of(new Pair(1, "x"), new Pair("y", 'z'), "s", 'c', 5)) {
            switch (value) {
                case Pair(Integer _, String s) when await(world.later("f", s.length())) == 1 -> text.append(s);
                case Pair(_, Character c) -> text.append(await(world.later("g", c)));
                case Pair(var _, _) -> text.append("pair");
                case String _, Character _ -> text.append(await(world.later("h", "either")));
                case Object _ -> await(world.pause("i"));
            }
            text.append(
                    switch (value) {
                        case Pair(_, String _) -> "p";
                        case Integer _ -> "i";
                        default -> "d";
                    });
            if (value instanceof Pair(_, var second) && await(world.later("j", true))) {
                text.append(second);
            }
        }
        BinaryOperator<Integer> left = (first, _) -> first;
        return done(text.toString() + left.apply(count, 7));
    }
}
