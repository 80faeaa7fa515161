package dev.fermata.testing;

import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The options of a simulated socket, which are kept and have no effect. */
final class SocketOptions {
    static final Set<SocketOption<?>> SUPPORTED = Set.of(
            StandardSocketOptions.SO_KEEPALIVE,
            StandardSocketOptions.SO_LINGER,
            StandardSocketOptions.SO_RCVBUF,
            StandardSocketOptions.SO_REUSEADDR,
            StandardSocketOptions.SO_SNDBUF,
            StandardSocketOptions.TCP_NODELAY);

    private final Map<SocketOption<?>, Object> values = new HashMap<>();

    void set(SocketOption<?> option, Object value) {
        require(option);
        values.put(option, value);
    }

    @SuppressWarnings("unchecked") // what was put there under the option's own type
    <V> V get(SocketOption<V> option) {
        require(option);
        Object unset = option.type() == Boolean.class ? (Object) false : (Object) 0;
        return (V) values.getOrDefault(option, unset);
    }

    private static void require(SocketOption<?> option) {
        if (!SUPPORTED.contains(option)) {
            throw new UnsupportedOperationException("a simulated socket has no option " + option.name());
        }
    }
}
