package dev.fermata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The order in which a loop runs a batch of ready continuations. The contract with users is {@link #fifo}; a test runs
 * in {@link #seeded} orders to find out what relies on more than that contract.
 */
public abstract class ReadyOrder {
    private ReadyOrder() {}

    /**
     * Begins a batch: puts what is ready now into order.
     *
     * @param most how many may run before the loop looks at the clock
     * @return how many to run before the next batch
     */
    abstract int beginBatch(ReadyQueue ready, int most);

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

        /** Since what becomes ready meanwhile comes last anyway, where a batch ends makes no difference. */
        @Override
        int beginBatch(ReadyQueue ready, int most) {
            return most;
        }
    }

    private static final class Seeded extends ReadyOrder {
        private final Random random;

        Seeded(long seed) {
            random = new Random(seed);
        }

        @Override
        int beginBatch(ReadyQueue ready, int most) {
            List<Continuation> batch = new ArrayList<>();
            for (Continuation each = ready.poll(); each != null; each = ready.poll()) {
                batch.add(each);
            }
            Collections.shuffle(batch, random);
            batch.forEach(ready::add);
            return batch.size();
        }
    }
}
