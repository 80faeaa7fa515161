// Pattern variables in every flow scope, with awaits before, after and inside.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.Iterator;
import java.util.List;
import oracle.World;

/** semantics.md 19. */
public final class PatternScopes {
    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        Object[] values = {"text", 7, 'c', "", null, 2L};
        for (Object value : values) {
            text.append(await(kind(world, value))).append(';');
        }
        Object next = "start";
        Iterator<Object> left = List.<Object>of("more", 8, "rest").iterator();
        while (!(next instanceof Integer found)) {
            await(world.pause("a"));
            next = await(world.later("b", left.next()));
        }
        text.append(found);
        for (Object at = "for"; at instanceof String s && await(world.later("c", s.length())) < 6; at = s + s.length()) {
            text.append(s);
        }
        do {
            await(world.pause("d"));
        } while (!(next instanceof Integer last && await(world.later("e", last)) > 0));
        boolean same = next instanceof Integer number && number == 8;
        text.append(same);
        if (await(world.later("f", (Object) "awaited")) instanceof String s && s.isEmpty()) {
            text.append(s);
        }
        boolean both = await(world.later("g", (Object) "both")) instanceof String b && b.length() == 4;
        text.append(both);
        if (next instanceof Integer i && (i = i + 1) > 8) {
            await(world.pause("h"));
            text.append(i);
        }
        if (next instanceof Integer i) {
            i++;
            await(world.pause("i"));
            i += await(world.later("j", 2));
            text.append(i);
        } else if (next instanceof String i) {
            text.append(i.trim());
        }
        if (next instanceof Integer i && await(world.later("k", true))) {
            Runnable captured = () -> text.append(i);
            captured.run();
        }
        return done(text.toString());
    }

    @Async
    private Task<String> kind(World world, Object value) {
        if (value == null) {
            return done("null");
        }
        if (!(value instanceof String s)) {
            if (!(value instanceof Integer s)) {
                Object other = value instanceof Character s ? s : await(world.later("l", "?"));
                return done("o" + other + (value instanceof Long s ? await(world.later("m", s)) : "none"));
            }
            await(world.pause("n"));
            return done("i" + s);
        }
        await(world.pause("o"));
        if (s.isEmpty() || !(await(world.later("p", (Object) s)) instanceof String t) || t.length() > 10) {
            return done("empty" + s);
        }
        return done(s + t + await(world.later("q", t.length())));
    }
}
