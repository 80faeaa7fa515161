package dev.fermata.net;

import java.nio.channels.AsynchronousCloseException;

/** What an operation fails with whose own side closed the channel while it waited. The class that it extends has no message. */
final class ClosedWhileWaitingException extends AsynchronousCloseException {
    private static final long serialVersionUID = 1L;

    private final String message;

    ClosedWhileWaitingException(String message) {
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
