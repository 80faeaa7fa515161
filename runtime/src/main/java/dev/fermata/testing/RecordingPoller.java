package dev.fermata.testing;

import dev.fermata.Poller;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** A real poller, and who registered what with it. */
final class RecordingPoller implements Poller {
    /** From so many on, those that were closed are looked for. */
    private static final int MANY = 64;

    private final Poller poller;
    private final Map<SelectableChannel, String> origins = new LinkedHashMap<>();

    RecordingPoller(Poller poller) {
        this.poller = poller;
    }

    /** The channels that are open, each with the line that registered it. */
    List<String> open() {
        return origins.entrySet().stream()
                .filter(each -> each.getKey().isOpen())
                .map(each -> each.getKey() + ", opened at " + each.getValue())
                .toList();
    }

    @Override
    public Registration register(SelectableChannel channel, int interest, ReadinessHandler handler) throws IOException {
        if (origins.size() >= MANY && Integer.bitCount(origins.size()) == 1) { // each time that they have doubled
            origins.keySet().removeIf(each -> !each.isOpen());
        }
        origins.put(channel, Origin.ofCaller());
        return poller.register(channel, interest, handler);
    }

    @Override
    public void poll(long timeoutNanos) throws IOException {
        poller.poll(timeoutNanos);
    }

    @Override
    public void wakeup() {
        poller.wakeup();
    }

    @Override
    public SelectorProvider channels() {
        return poller.channels();
    }

    @Override
    public Executor offloading(Executor threads) {
        return poller.offloading(threads);
    }

    @Override
    public void close() throws IOException {
        poller.close();
    }
}
