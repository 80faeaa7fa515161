package dev.fermata.testing.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test that is an {@link dev.fermata.Async} method:
 *
 * <pre>{@code
 * @AsyncTest
 * @Async
 * void anHourPassesAtOnce(VirtualTime time) {
 *     await(sleep(Duration.ofHours(1)));
 *     assertThat(time.elapsed()).isEqualTo(Duration.ofHours(1));
 * }
 * }</pre>
 *
 * <p>It runs as {@link dev.fermata.testing.TestLoop} runs tests: on a fresh loop, in virtual time, until it has ended and
 * nothing is left behind. One that returns its {@link dev.fermata.Task} needs {@link AsyncTests}.
 *
 * <p>It may have parameters: {@link dev.fermata.EventLoop}, {@link dev.fermata.testing.VirtualTime},
 * {@link dev.fermata.testing.SimulatedNetwork}, {@link dev.fermata.testing.FaultyFiles},
 * {@link dev.fermata.testing.TestContext}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(AsyncTestExtension.class)
@SuppressWarnings("exports") // who has tests of JUnit requires JUnit himself
public @interface AsyncTest {
    /** Milliseconds of real time after which the test is ended, and fails with what it was waiting for. */
    long timeoutMillis() default 10_000;

    /** Whether clock and network are the system's. */
    boolean realTime() default false;

    /** Whether the test fails if it leaves anything behind. */
    boolean leakChecks() default true;

    /**
     * How many more times the test is run, with ready tasks shuffled by the seeds 1, 2 and so on.
     * {@code -Dfermata.test.shuffles=1000} has each test run so many.
     */
    int shuffles() default 0;

    /**
     * Runs the test with these seeds only: to replay a failure, or to keep it from coming back.
     * {@code -Dfermata.test.seed=42} has each test run with that one.
     */
    long[] seeds() default {};
}
