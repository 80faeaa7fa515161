package dev.fermata.examples.sync;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import dev.fermata.sync.Mutex;

/** What is read before an await and written after it needs a lock. */
@SuppressWarnings("try") // what is held is closed, and not used otherwise
final class Account {
    /** Where the balance is kept: asking and telling takes time. */
    interface Ledger {
        Task<Integer> balance();

        Task<Void> setBalance(int balance);
    }

    private final Mutex mutex = new Mutex();
    private final Ledger ledger;

    Account(Ledger ledger) {
        this.ledger = ledger;
    }

    @Async
    Task<Void> deposit(int amount) {
        try (var held = await(mutex.lock())) {
            int balance = await(ledger.balance());
            await(ledger.setBalance(balance + amount));
        }
        return done();
    }
}
