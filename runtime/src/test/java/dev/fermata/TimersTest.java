package dev.fermata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.testing.VirtualTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimersTest {
    private final EventLoop loop = new VirtualTime().loop(FailureHandler.logging());
    private final Timers timers = new Timers();

    private record Set(Sleep sleep, long deadline) {}

    @Test
    void nothingIsDueBeforeItsDeadline() {
        Sleep sleep = new Sleep(loop);
        timers.add(sleep, 100);

        timers.fire(99);
        assertThat(sleep.isDone()).isFalse();
        assertThat(timers.earliest()).isEqualTo(100);

        timers.fire(100);
        assertThat(sleep.isDone()).isTrue();
        assertThat(timers.isEmpty()).isTrue();
        assertThat(timers.earliest()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatWasNotTakenOutComesByDeadlineAndEqualOnesAsTheyWereSet(long seed) {
        Random random = new Random(seed);
        List<Set> expected = new ArrayList<>();
        List<Sleep> ended = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            Set set = new Set(new Sleep(loop), random.nextInt(100));
            timers.add(set.sleep, set.deadline);
            expected.add(set);
            if (random.nextInt(3) == 0) {
                timers.remove(expected.remove(random.nextInt(expected.size())).sleep);
            }
        }
        for (Set set : expected) {
            Continuation noting = new Continuation() {
                @Override
                void proceed() {
                    ended.add(set.sleep);
                }
            };
            set.sleep.append(noting);
        }
        expected.sort(Comparator.comparingLong(Set::deadline)); // stable

        timers.fire(Long.MAX_VALUE);
        for (Continuation each = loop.ready.poll(); each != null; each = loop.ready.poll()) {
            each.proceed();
        }

        assertThat(ended).isEqualTo(expected.stream().map(Set::sleep).toList());
    }
}
