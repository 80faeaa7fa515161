package dev.fermata.testing;

import java.lang.StackWalker.StackFrame;

/** Where in the user's code something was begun. */
final class Origin {
    private Origin() {}

    /** The innermost caller that is neither Fermata's nor the platform's, as "Orders.place(Orders.java:12)". */
    static String ofCaller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(Origin::isForeign).findFirst())
                .map(frame -> frame.toStackTraceElement().toString())
                .orElse("an unknown place");
    }

    private static boolean isForeign(StackFrame frame) {
        String name = frame.getClassName();
        return !name.startsWith("java.")
                && !name.startsWith("sun.")
                && !name.startsWith("jdk.")
                && !name.matches("dev\\.fermata\\.((net|fs|testing)\\.)?[^.]*");
    }
}
