package dev.fermata.testing;

import dev.fermata.AsyncIterator;
import dev.fermata.Task;
import dev.fermata.sync.Channel;

/** A channel of text, as {@link ChannelConformance} sees it. The methods promise what those of {@link Channel} do. */
public interface ChannelUnderTest {
    /** Sends an item, once there is room. */
    Task<Void> send(String item) throws Exception;

    /** Receives item by item. */
    AsyncIterator<String> iterator();

    /** Closes it: what was sent is received, and no more is sent. */
    void close() throws Exception;

    /** A {@link Channel}, to be tested. */
    static ChannelUnderTest of(Channel<String> channel) {
        return new ChannelUnderTest() {
            @Override
            public Task<Void> send(String item) {
                return channel.send(item);
            }

            @Override
            public AsyncIterator<String> iterator() {
                return channel.iterator();
            }

            @Override
            public void close() {
                channel.close();
            }
        };
    }
}
