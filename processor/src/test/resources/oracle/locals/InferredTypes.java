// A var whose type mentions an intersection, as List.of(1, "a") has, is kept over awaits.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import oracle.World;

/** semantics.md 20, 25. */
public final class InferredTypes {
    static String show(List<?> list) {
        return "list" + list;
    }

    static String show(Object object) {
        return "object" + object;
    }

    static double sum(List<? extends Number> numbers) {
        return numbers.stream().mapToDouble(Number::doubleValue).sum();
    }

    static <T> T pick(boolean first, T left, T right) {
        return first ? left : right;
    }

    @Async
    public Task<Object> body(World world) {
        List<Object> seen = new ArrayList<>();
        var list = List.of(1, "a");
        await(world.pause("a"));
        seen.add(show(list) + list.get(0).getClass());
        var numbers = await(world.later("b", true)) ? List.of(1, 2.5) : null;
        seen.add(sum(numbers) + await(world.later("c", 1)));
        seen.add(numbers.get(0).intValue() + List.of(3, 4.5).get(await(world.later("d", 1))).doubleValue());
        var map = Map.of("k", 1, "l", "v");
        for (var entry : new TreeMap<>(map).entrySet()) {
            await(world.pause("e"));
            seen.add(entry.getKey() + entry.getValue() + entry.getValue().getClass());
        }
        var entries = map.entrySet();
        var set = await(world.later("f", Set.of(2, 3L)));
        var nested = List.of(list, await(world.later("g", List.of("b", 2))));
        seen.add(entries.size() + set.size() + show(nested) + show(nested.get(0).get(1)));
        Supplier<Object> captured = () -> list.get(1);
        list.forEach(each -> seen.add(each.getClass()));
        var strings = list.stream().map(each -> "s" + each).toList();
        var array = Arrays.asList(1, "c").toArray();
        await(world.pause("h"));
        seen.add(captured.get() + strings.get(0) + array.length);
        numbers = List.of(5, 6.5f);
        await(world.pause("i"));
        seen.add(sum(numbers));
        numbers = pick(await(world.later("j", false)), numbers, List.of(7, 8.5));
        seen.add(sum(numbers));
        var either = Stream.of(1, "d").filter(String.class::isInstance).findFirst();
        seen.add(either.map(found -> show(found)).orElse("") + await(world.later("k", either)).get());
        var one = pick(true, 1, "e");
        var ones = new ArrayList<>(List.of(one));
        await(world.pause("l"));
        ones.add(one);
        ones.add(list.get(0));
        var kept = new HashMap<>(Map.of("m", 1, "n", "o"));
        kept.put("p", list.get(1));
        await(world.pause("m"));
        kept.put("q", 2);
        kept.replaceAll((key, value) -> list.get(0));
        seen.add(ones + " " + new TreeMap<>(kept));
        one = 3;
        seen.add(one + await(world.later("n", "f")));
        return done(seen);
    }
}
