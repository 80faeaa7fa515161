package dev.fermata.testing;

import dev.fermata.Clock;
import dev.fermata.EventLoop;
import dev.fermata.FailureHandler;
import dev.fermata.NioPoller;
import dev.fermata.ReadyOrder;
import dev.fermata.TaskTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a test of {@link TestLoop} runs in: its loop, and what is simulated around that. */
public final class TestContext {
    private final EventLoop loop;
    private final OptionalLong seed;
    private final @Nullable VirtualTime time;
    private final @Nullable SimulatedNetwork network;
    private final @Nullable FaultyFiles files;
    private final @Nullable RecordingPoller poller;

    /** Failures that nobody awaited. */
    private final List<Throwable> lost = Collections.synchronizedList(new ArrayList<>());

    private TestContext(boolean realTime, OptionalLong seed) {
        this.seed = seed;
        ReadyOrder order = seed.isPresent() ? ReadyOrder.seeded(seed.getAsLong()) : ReadyOrder.fifo();
        if (realTime) {
            time = null;
            network = null;
            files = null;
            poller = new RecordingPoller(NioPoller.open());
            loop = new EventLoop(Clock.system(), poller, order, new Reports());
        } else {
            time = new VirtualTime();
            network = new SimulatedNetwork(time, seed.orElse(0));
            files = new FaultyFiles(time, seed.orElse(0));
            poller = null;
            loop = time.loop(order, new Reports());
        }
    }

    /** What a test leaves behind is looked for by {@link Leaks}. */
    private final class Reports implements FailureHandler {
        @Override
        public void report(String what, Throwable failure) {
            lost.add(failure);
        }

        @Override
        public void leftBehind(TaskTree tasks) {}
    }

    static TestContext of(boolean realTime, OptionalLong seed) {
        return new TestContext(realTime, seed);
    }

    /** The loop that the test runs on. */
    public EventLoop loop() {
        return loop;
    }

    /**
     * The time that the test goes by.
     *
     * @throws IllegalStateException if that is the system's
     */
    public VirtualTime time() {
        return simulated(time);
    }

    /**
     * The network around the test.
     *
     * @throws IllegalStateException if that is the system's
     */
    public SimulatedNetwork network() {
        return simulated(network);
    }

    /**
     * Files that fail as the test tells them to.
     *
     * @throws IllegalStateException if the test runs in real time
     */
    public FaultyFiles files() {
        return simulated(files);
    }

    /** What shuffles the ready tasks; empty if they run in the order in which they became ready. */
    public OptionalLong seed() {
        return seed;
    }

    private static <T> T simulated(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the test runs in real time: nothing is simulated");
        }
        return part;
    }

    List<Throwable> lost() {
        return lost;
    }

    /** The first failure that nobody awaited, with the others suppressed, none of which is lost any more; null if there is none. */
    @Nullable Throwable takeLost() {
        List<Throwable> taken = List.copyOf(lost);
        lost.clear();
        if (taken.isEmpty()) {
            return null;
        }
        Throwable first = taken.get(0);
        taken.stream().filter(each -> each != first).forEach(first::addSuppressed);
        return first;
    }

    /** What is open, each with where it was opened. */
    List<String> openChannels() {
        if (poller != null) {
            return poller.open();
        }
        return network().openSockets();
    }
}
