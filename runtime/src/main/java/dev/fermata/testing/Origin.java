package dev.fermata.testing;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;

/** Where in the user's code something was begun. */
final class Origin {
    private Origin() {}

    /** The innermost caller that is neither Fermata's nor the platform's, as "Orders.place(Orders.java:12)". */
    static String ofCaller() {
        return StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(Origin::isForeign).findFirst())
                .map(Origin::describe)
                .orElse("an unknown place");
    }

    /** What the processor made of a method belongs to the class that the method stands in. */
    private static String describe(StackFrame frame) {
        String owner = frame.getDeclaringClass().getNestHost().getName();
        return owner + '.' + frame.getMethodName() + '(' + frame.getFileName() + ':' + frame.getLineNumber() + ')';
    }

    private static boolean isForeign(StackFrame frame) {
        String name = frame.getClassName();
        return !name.startsWith("java.")
                && !name.startsWith("sun.")
                && !name.startsWith("jdk.")
                && !name.matches("dev\\.fermata\\.((net|fs|testing)\\.)?[^.]*");
    }
}
