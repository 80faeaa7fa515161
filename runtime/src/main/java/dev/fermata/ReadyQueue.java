package dev.fermata;

import org.jspecify.annotations.Nullable;

/** What a loop is to run next, first come first served. Loop-confined. */
final class ReadyQueue {
    private @Nullable Continuation head;

    /** The last; means nothing while {@code head} is null. */
    private @Nullable Continuation tail;

    boolean isEmpty() {
        return head == null;
    }

    void add(Continuation continuation) {
        if (head == null) {
            head = continuation;
        } else {
            assert tail != null;
            tail.next = continuation;
        }
        tail = continuation;
    }

    /** Adds the waiters of a task: a lone one, or the last of a ring of them. */
    void addAll(Continuation last) {
        Continuation first = last.next;
        if (first == null) {
            add(last);
            return;
        }
        last.next = null;
        add(first);
        tail = last;
    }

    /** Takes out the first; null if there is none. */
    @Nullable Continuation poll() {
        Continuation first = head;
        if (first != null) {
            head = first.next;
            first.next = null;
        }
        return first;
    }
}
