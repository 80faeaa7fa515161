// Protected members of another package are assigned, stepped and called in every form, from static and inner places too.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 49; tascalate #8. */
public final class ProtectedMembersInEveryForm extends oracle.places.elsewhere.Fields {
    @Async
    public Task<Object> body(World world) {
        registry = 5;
        String text = fields(world, this) + await(assigned(world, new ProtectedMembersInEveryForm()));
        text += await(statics(world)) + await(new Inner().run(world)) + await(Nested.run(world));
        return done(text);
    }

    private String fields(World world, ProtectedMembersInEveryForm that) {
        world.trace("fields");
        return that.text + small;
    }

    @SuppressWarnings("lossy-conversions")
    @Async
    private Task<String> assigned(World world, ProtectedMembersInEveryForm that) {
        small = 3;
        letter = 'x';
        boxedByte = 4;
        that.small = 5;
        small += 300;
        letter++;
        int old = small++ + --small - that.small--;
        double before = real++;
        await(world.pause("a"));
        boxed = await(world.later("b", 7));
        Integer last = boxed++;
        boxed <<= await(world.later("c", 1));
        that.boxed = 1;
        that.boxed *= await(world.later("d", 6));
        text += await(world.later("e", "t")) + null;
        that.text += text += "u";
        (this.small) -= 1;
        super.count++;
        super.count += await(world.later("f", 2));
        Object object = boxed;
        flag = object instanceof Integer n && n > 0;
        flag &= await(world.later("g", true));
        for (count = 0; count < 3; count++) {
            that.count += count;
        }
        IntSupplier stepping = () -> count++;
        Runnable step = () -> that.count--;
        stepping.getAsInt();
        step.run();
        array[await(world.later("h", 1))] += 4;
        array[0]++;
        try {
            that.boxed = null;
            that.boxed += await(world.later("null", 1));
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        ProtectedMembersInEveryForm none = null;
        try {
            none.count = await(world.later("none", 1));
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        try {
            none.count += await(world.later("never", 1));
        } catch (NullPointerException expected) {
            world.caught(expected);
        }
        Function<Integer, Integer> reference = that::plus;
        return done(small + " " + letter + boxedByte + that.small + old + before + real + boxed + last + text + that.text
                + count + flag + that.count + array[0] + array[1] + reference.apply(await(world.later("i", 1)))
                + sum(1, 2) + sum(await(world.later("j", 1)), 2, 3) + String.valueOf(real++).length());
    }

    @Async
    private static Task<String> statics(World world) {
        registry += 2;
        registry++;
        oracle.places.elsewhere.Ancestor.registry <<= await(world.later("s", 1));
        int old = registry--;
        Function<Integer, Integer> reference = oracle.places.elsewhere.Ancestor::twice;
        return done(" " + old + twice(await(world.later("t", registry))) + reference.apply(4));
    }

    private final class Inner {
        @Async
        private Task<String> run(World world) {
            count = 10;
            count += await(world.later("u", 5));
            ProtectedMembersInEveryForm.this.count++;
            ProtectedMembersInEveryForm.super.count *= 2;
            Supplier<Integer> lambda = () -> plus(count) + ProtectedMembersInEveryForm.super.plus(registry);
            await(world.pause("v"));
            return done(" " + lambda.get() + plus(await(world.later("w", 1))));
        }
    }

    private static class Nested extends oracle.places.elsewhere.Fields {
        @Async
        private static Task<String> run(World world) {
            Nested heir = new Heir();
            heir.count += 3;
            Heir exact = new Heir();
            exact.count = await(world.later("x", 4));
            return done(" " + heir.count + twice(exact.count) + heir.plus(await(world.later("y", 1))) + exact.plus(1));
        }
    }

    private static final class Heir extends Nested {
        @Override
        protected int plus(int n) {
            return super.plus(n) + 1000;
        }
    }
}
