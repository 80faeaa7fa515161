package dev.fermata.sync;

import dev.fermata.Fermata;
import dev.fermata.Task;
import dev.fermata.Watcher;
import java.time.Duration;

/** {@link Select#after}. */
final class TimeClause extends Clause<Void> {
    private final Duration duration;

    TimeClause(Duration duration) {
        this.duration = duration;
    }

    @Override
    boolean attempt(Choice<? super Void> choice) {
        if (!duration.isNegative() && !duration.isZero()) {
            return false;
        }
        choice.commit();
        choice.accept(Nothing.value());
        return true;
    }

    @Override
    Withdrawable park(Choice<? super Void> choice) {
        return new Sleeping(choice, Fermata.sleep(duration));
    }

    private static final class Sleeping extends Watcher<Void> implements Withdrawable {
        private final Choice<? super Void> choice;
        private final Task<Void> sleep;

        Sleeping(Choice<? super Void> choice, Task<Void> sleep) {
            this.choice = choice;
            this.sleep = sleep;
            watch(sleep);
        }

        @Override
        protected void ended(Task<? extends Void> ended) {
            choice.commit();
            choice.accept(Nothing.value());
        }

        @Override
        public void leave() {
            unwatch();
            sleep.cancel();
        }
    }
}
