package dev.fermata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a loop runs a batch of ready continuations. The contract with users is {@link #fifo}; a test runs
 * in {@link #seeded} orders to find out what relies on more than that contract.
 */
public abstract class ReadyOrder {
    private ReadyOrder() {}

    /** Puts a linked batch into order; returns its new first. */
    abstract @Nullable Continuation arrange(@Nullable Continuation first);

    /** In the order in which they became ready. */
    public static ReadyOrder fifo() {
        return Fifo.INSTANCE;
    }

    /** Shuffled; the same seed gives the same order in each run. To be used for one loop only. */
    public static ReadyOrder seeded(long seed) {
        return new Seeded(seed);
    }

    private static final class Fifo extends ReadyOrder {
        static final Fifo INSTANCE = new Fifo();

        @Override
        @Nullable Continuation arrange(@Nullable Continuation first) {
            return first;
        }
    }

    private static final class Seeded extends ReadyOrder {
        private final Random random;

        Seeded(long seed) {
            random = new Random(seed);
        }

        @Override
        @Nullable Continuation arrange(@Nullable Continuation first) {
            List<Continuation> batch = new ArrayList<>();
            for (Continuation each = first; each != null; each = each.next) {
                batch.add(each);
            }
            Collections.shuffle(batch, random);
            Continuation following = null;
            for (int i = batch.size() - 1; i >= 0; i--) {
                batch.get(i).next = following;
                following = batch.get(i);
            }
            return following;
        }
    }
}
