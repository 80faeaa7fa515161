// What generic methods, conditionals and switches infer from unlike values is used as all that they have in common.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import oracle.World;

/** semantics.md 15, 20, 25. */
public final class InferredTypesOfGenericMethods {
    private static <T> List<T> of(T left, T right) {
        return List.of(left, right);
    }

    @Async
    public Task<Object> body(World world) {
        List<Object> seen = new ArrayList<>();
        var numbers = of(1, 2L);
        seen.add(numbers.get(0).doubleValue() + await(world.later("a", numbers)).get(1).longValue());
        var nested = Map.of("k", Map.of("x", 1, "y", true));
        var inner = nested.get(await(world.later("b", "k")));
        seen.add(inner.get("x"));
        var array = Arrays.asList(1, "c", 4);
        await(world.pause("c"));
        var part = array.subList(0, await(world.later("d", 2)));
        var optional = await(world.later("e", true)) ? Optional.of(part.size()) : Optional.of("s");
        await(world.pause("f"));
        seen.add(optional.map(Object::toString).orElse("none"));
        var chosen = switch (await(world.later("g", 2))) {
            case 1 -> 1;
            case 2 -> "two";
            default -> {
                await(world.pause("never"));
                yield 2.0;
            }
        };
        var functions = of((Function<Integer, Integer>) x -> x, (UnaryOperator<Integer>) x -> x + 1);
        await(world.pause("h"));
        seen.add(chosen.toString() + functions.get(1).apply(await(world.later("i", 1))));
        var mixed = new ArrayList<>(of(1, "q"));
        mixed.removeIf(each -> each instanceof String);
        mixed.add(0, array.get(await(world.later("j", 2))));
        mixed.addAll(part);
        for (var each : of(new IOException("k"), new IllegalStateException("l"))) {
            try {
                throw each;
            } catch (IOException | IllegalStateException failure) {
                seen.add(failure.getMessage() + await(world.later("m", mixed.get(0))));
            } catch (Exception failure) {
                world.caught(failure);
            }
        }
        var classes = of(Integer.class, String.class);
        await(world.pause("n"));
        var type = classes.get(1);
        await(world.pause("o"));
        seen.add(type.getSimpleName());
        return done(seen);
    }
}
