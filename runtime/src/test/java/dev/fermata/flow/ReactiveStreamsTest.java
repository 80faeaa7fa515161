package dev.fermata.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.AsyncSequence;
import dev.fermata.EventLoop;
import dev.fermata.Fermata;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** The rules of Reactive Streams, as their own test kit checks them; it is written for TestNG, which is started from here. */
final class ReactiveStreamsTest {
    @Test
    void whatIsPublishedKeepsTheRules() {
        TestListenerAdapter results = new TestListenerAdapter();
        TestNG testNg = new TestNG(false);
        testNg.setVerbose(0);
        testNg.setTestClasses(new Class<?>[] {PublisherRules.class});
        testNg.addListener(results);
        testNg.run();

        List<String> failures = new ArrayList<>();
        for (ITestResult failed : results.getFailedTests()) {
            failures.add(failed.getName() + ": " + failed.getThrowable());
        }
        assertThat(failures).isEmpty();
        assertThat(results.getPassedTests()).hasSizeGreaterThan(20);
    }

    /** A loop that runs on a thread of its own for as long as the kit does. */
    public static final class PublisherRules extends FlowPublisherVerification<Long> {
        private final EventLoop loop = new EventLoop();
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private final Thread thread = new Thread(() -> {
            try (loop) {
                loop.run(() -> Task.from(end));
            }
        });

        public PublisherRules() {
            super(new TestEnvironment(5_000, 20));
        }

        @BeforeClass
        public void start() {
            thread.start();
        }

        @AfterClass
        public void stop() throws InterruptedException {
            end.complete(null);
            thread.join();
        }

        @Override
        public Flow.Publisher<Long> createFlowPublisher(long elements) {
            return Publishers.publisher(new Range(elements), loop);
        }

        @Override
        public Flow.Publisher<Long> createFailedFlowPublisher() {
            AsyncSequence<Long> failing = () -> {
                throw new IllegalStateException("the sequence cannot begin");
            };
            return Publishers.publisher(failing, loop);
        }
    }

    @Test
    void aPublishedSequenceComesBackAsItWas() {
        List<Long> values = Fermata.run(() -> {
            Range range = new Range(1000);
            return Collected.of(Publishers.sequence(Publishers.publisher(range, EventLoop.current()), 7)
                    .iterator());
        });

        assertThat(values).hasSize(1000).isSorted().endsWith(1000L);
    }
}
