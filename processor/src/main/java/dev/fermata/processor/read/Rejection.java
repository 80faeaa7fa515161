package dev.fermata.processor.read;

import com.sun.source.util.TreePath;
import dev.fermata.processor.message.Message;

/** Thrown where a method holds something that we do not compile: ends the reading of that method. */
final class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;
    private final transient TreePath place;
    private final transient Object[] arguments;

    Rejection(Message reason, TreePath place, Object... arguments) {
        super(reason.format(arguments), null, false, false);
        this.reason = reason;
        this.place = place;
        this.arguments = arguments;
    }

    Message reason() {
        return reason;
    }

    TreePath place() {
        return place;
    }

    Object[] arguments() {
        return arguments;
    }
}
