/**
 * Locks, channels and other things that the tasks of one loop wait for. Between two awaits nothing else runs on a loop: these
 * are for what spans awaits, and all are loop-confined. Nothing here is atomic, since nothing can come in between.
 *
 * <h2>Why there is one queue under all of them</h2>
 *
 * <p>What is hard about such a primitive is not its state, which is a number or a flag. It is the waiting: who is next; who
 * may come in between; what becomes of one that is cancelled just before, while, or just after it is served. Where each
 * primitive answers that for itself, each gets it wrong in a way of its own: asyncio's lock, semaphore and condition have
 * each lost wakeups to cancellation, and were mended one by one. trio has put one structure under all of its
 * own, the parking lot, and this package follows it. {@code WaitQueue} knows nothing of permits, items or
 * conditions. It holds waiters in the order in which they came, gives out the first, and lets any of them leave. A primitive
 * is some state, a queue or two, and one rule: whether the first in the queue can be served now.
 *
 * <p>The rules that hold for all of them:
 *
 * <ol>
 *   <li><b>Serving is handing over.</b> Who unlocks a mutex does not set it free for whoever runs next: the first in
 *       the queue is its holder from that moment on, though its method is resumed later, in its turn. The same for permits,
 *       items, and places at a barrier. So the order is that of arrival whatever the order of resumption is, nobody can barge
 *       in between, and no waiter is woken in vain to find that it has to wait again. The price is that a lock is held, unused,
 *       until its next holder has its turn; with one thread, nobody could have used it much earlier.
 *   <li><b>Who comes joins the end</b>, if anybody waits, and even where what is free would be enough for it. Else one that
 *       waits for many permits, or to write, would starve. What is tried without waiting ({@code tryLock()}) follows the
 *       same rule: it fails where others wait.
 *   <li><b>A waiter is pending or done, and nothing in between.</b> Pending, it has been given nothing: cancelling it
 *       takes it out of the queue, and that is all. Done, it has been given what it waited for, and cannot be cancelled any more.
 *       A method that is cancelled in between, after its waiter was served and before it goes on, gets the value of its
 *       await; it owns it then, its {@code finally} blocks are in force, and its next await is where it is cancelled. There
 *       is no moment in which a permit belongs to nobody, and so no code to give it back.
 *   <li><b>Who leaves may have been in the way.</b> When the first in the queue is cancelled, those behind it may be served
 *       by what was not enough for it: a reader behind a writer, one permit behind three. The rule is applied again
 *       whenever the queue becomes shorter, not only when something is let go of.
 *   <li><b>State first, then the waiter.</b> To serve one may run code of the user's (the function of a select clause), which
 *       may use the same primitive again. So it is taken out of the queue, and the state is that of after, before it is told.
 * </ol>
 *
 * <p>Two primitives bend the third rule, and each says so. A method that waits for a condition goes on with its mutex locked,
 * also when it is cancelled, since its {@code finally} blocks rely on that: cancelled, its waiter moves from the queue of
 * those who wait for a signal to that of the mutex, as a signal would have moved it, and ends as cancelled when it has it. If
 * it was signalled before, it stays served and is not cancelled, or the signal would be lost. And a selection waits in
 * several queues at once, with one waiter in each. The first to be served commits the selection, which makes the others
 * leave, before anything else happens; that is a single step, as there is one thread, so that two can never be served.
 *
 * <p>The queue is a list through the waiters, which are tasks: one object for each that waits, in which its links, its
 * outcome and those who await it are kept. Where nothing has to be waited for, there is no waiter, and the task that is
 * returned is done.
 *
 * <p>What none of this can know is who asks: a task is not tied to the method that awaits it, and methods that do not suspend
 * are never told apart. So what is locked is known by the {@link dev.fermata.sync.Held} that locking gave, not by its owner;
 * locks are not re-entrant; and a method that awaits what it holds itself waits for ever.
 */
@NullMarked
package dev.fermata.sync;

import org.jspecify.annotations.NullMarked;
