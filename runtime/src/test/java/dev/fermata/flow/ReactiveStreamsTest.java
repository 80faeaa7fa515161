package dev.fermata.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.AsyncSequence;
import dev.fermata.Clock;
import dev.fermata.EventLoop;
import dev.fermata.Fermata;
import dev.fermata.NioPoller;
import dev.fermata.ReadyOrder;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** The rules of Reactive Streams, as their own test kit checks them; it is written for TestNG, which is started from here. */
final class ReactiveStreamsTest {
    @Test
    void whatIsPublishedKeepsTheRules() {
        assertThat(passedBy(PublisherRules.class)).isGreaterThan(20);
    }

    @Test
    void whatSubscribesKeepsTheRules() {
        assertThat(passedBy(SubscriberRules.class)).isGreaterThan(10);
    }

    /** How many tests there were; none may have failed. */
    private static int passedBy(Class<?> rules) {
        TestListenerAdapter results = new TestListenerAdapter();
        TestNG testNg = new TestNG(false);
        testNg.setVerbose(0);
        testNg.setTestClasses(new Class<?>[] {rules});
        testNg.addListener(results);
        testNg.run();

        List<String> failures = new ArrayList<>();
        for (ITestResult failed : results.getFailedTests()) {
            failures.add(failed.getName() + ": " + failed.getThrowable());
        }
        assertThat(failures).isEmpty();
        return results.getPassedTests().size();
    }

    /** Long for what has to come, short for what must not, and for how often it is looked. */
    private static TestEnvironment environment() {
        return new TestEnvironment(5_000, 20, 20);
    }

    public static final class PublisherRules extends FlowPublisherVerification<Long> {
        private final RunningLoop running = new RunningLoop();

        public PublisherRules() {
            super(environment());
        }

        @BeforeClass
        public void start() {
            running.start();
        }

        @AfterClass
        public void stop() throws InterruptedException {
            running.stop();
        }

        @Override
        public Flow.Publisher<Long> createFlowPublisher(long elements) {
            return Publishers.publisher(new Range(elements), running.loop);
        }

        @Override
        public Flow.Publisher<Long> createFailedFlowPublisher() {
            AsyncSequence<Long> failing = () -> {
                throw new IllegalStateException("the sequence cannot begin");
            };
            return Publishers.publisher(failing, running.loop);
        }
    }

    /** The subscriber of a sequence that is iterated over. */
    public static final class SubscriberRules extends FlowSubscriberBlackboxVerification<Long> {
        private final RunningLoop running = new RunningLoop();

        public SubscriberRules() {
            super(environment());
        }

        @BeforeClass
        public void start() {
            running.start();
        }

        @AfterClass
        public void stop() throws InterruptedException {
            running.stop();
        }

        @Override
        public Flow.Subscriber<Long> createFlowSubscriber() {
            Subscribed<Long> subscribed = new Subscribed<>(running.loop, 2);
            running.loop.execute(() -> Collected.of(subscribed));
            return subscribed;
        }

        @Override
        public Long createElement(int element) {
            return (long) element;
        }
    }

    /** A loop that runs on a thread of its own for as long as the kit does. */
    private static final class RunningLoop {
        final EventLoop loop = new EventLoop(Clock.system(), NioPoller.open(), ReadyOrder.fifo(), (what, failure) -> {
            // The kit has sequences fail that nobody looks at.
        });
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private final Thread thread = new Thread(() -> {
            try (loop) {
                loop.run(() -> Task.from(end));
            }
        });

        void start() {
            thread.start();
        }

        void stop() throws InterruptedException {
            end.complete(null);
            thread.join();
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
