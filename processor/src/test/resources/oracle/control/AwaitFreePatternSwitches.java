// Switches with patterns that hold no await stay as they are, also where their guards use locals kept over awaits.
// since 21
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.List;
import oracle.World;

public final class AwaitFreePatternSwitches {
    record Pair(Object first, Object second) {}

    private int least = 2;

    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        int limit = await(world.later("a", 3));
        String prefix;
        prefix = await(world.later("b", "p"));
        for (Object value : List.of(1, 5, "p1", "q", new Pair(1, "p2"), new Pair("x", 4))) {
            await(world.pause("c"));
            switch (value) {
                case Integer i when i > limit && i > least -> text.append("large");
                case Integer i -> text.append(i);
                case String s when s.startsWith(prefix) -> text.append(s.substring(prefix.length()));
                case Pair(Integer i, String s) when s.startsWith(prefix) && i < limit -> text.append(i + s);
                case Pair(var first, var second) -> {
                    Runnable run = () -> text.append(first).append(second).append(prefix);
                    run.run();
                }
                case null, default -> text.append("default");
            }
            String shown = switch (value) {
                case Pair pair when pair.second() instanceof Integer i && i > limit -> "pair" + i;
                case Object o -> o.toString();
            };
            text.append(shown).append(await(world.later("d", ';')));
        }
        int bound;
        await(world.pause("e"));
        if (text.length() > 3) {
            bound = 7;
            switch ((Object) 9) {
                case Integer i when i > bound -> text.append("above");
                default -> text.append("below");
            }
        } else {
            bound = 10;
        }
        await(world.pause("f"));
        return done(text.append(bound).toString());
    }
}
