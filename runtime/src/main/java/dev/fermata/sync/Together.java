package dev.fermata.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clauses that wait for the same choice. */
final class Together implements Withdrawable {
    private final @Nullable Withdrawable[] waiting;

    private Together(int size) {
        waiting = new Withdrawable[size];
    }

    /** Has all of them wait, or none if one of them cannot. */
    static <T extends @Nullable Object> Together park(List<Clause<? extends T>> clauses, Choice<? super T> choice) {
        Together together = new Together(clauses.size());
        try {
            for (int i = 0; i < clauses.size(); i++) {
                together.waiting[i] = clauses.get(i).park(choice);
            }
        } catch (RuntimeException misuse) { // a task of another loop
            together.leave();
            throw misuse;
        }
        return together;
    }

    @Override
    public void leave() {
        for (Withdrawable each : waiting) {
            if (each != null) {
                each.leave();
            }
        }
    }
}
