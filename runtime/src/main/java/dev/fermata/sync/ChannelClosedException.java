package dev.fermata.sync;

import org.jspecify.annotations.Nullable;

/** There is nothing more to be received from a {@link Channel}, or nothing more may be sent to it: it was closed. */
public final class ChannelClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChannelClosedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
