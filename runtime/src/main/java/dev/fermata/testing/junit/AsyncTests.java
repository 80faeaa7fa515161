package dev.fermata.testing.junit;

import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that has methods marked with {@link AsyncTest} which return their task. JUnit takes no method for a test
 * that returns something, and says so; so it is this one test method through which they run, each as a test of its own: on
 * an instance of its own, between what {@code @BeforeEach} and {@code @AfterEach} mark, and under its own name. Tests that
 * return nothing need it not.
 */
@SuppressWarnings("exports") // who has tests of JUnit requires JUnit himself
public interface AsyncTests {
    /** Called by JUnit, once for each run of each test. */
    @TestTemplate
    @ExtendWith(AsyncTestExtension.class)
    default void asyncTest(AsyncTestCall call) {
        call.run();
    }
}
