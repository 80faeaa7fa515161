// Names written with Unicode escapes are the names that they stand for.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import oracle.World;

/** semantics.md 52. */
public final class NamesInUnicodeEscapes {
    private int gr\u00fc\u00dfe;
    private int f\u006fo = 3;

    private record P\u0061ir(int a, int b) {}

    @Async
    public Task<Object> body(World w\u006frld) {
        int l\u006fcal = await(world.later("a", 2));
        P\u0061ir pair = new Pa\u0069r(l\u006fcal, fo\u006f);
        int sum = \u0074wice(f\u006fo) + this.twic\u0065(pair.\u0061() + p\u0061ir.b());
        // A comm\u0065nt and literals keep theirs.
        char letter = '\u0041';
        world.trace("\u0062" + letter + "\\u0063" + (fo\u006f > 1 ? '"' : '\''));
        gr\u00fc\u00dfe = fo\u006f + await(world.later("d", 4));
        foo += await(world.later("b", 1));
        return done(sum + local + foo + NamesInUnicode\u0045scapes.const\u0061nt());
    }

    private int twice(int number) {
        return 2 * number;
    }

    private static int constant() {
        return 100;
    }
}
