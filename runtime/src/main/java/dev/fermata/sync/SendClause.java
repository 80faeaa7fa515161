package dev.fermata.sync;

/** {@link Channel#sending}. */
final class SendClause<T> extends Clause<Void> {
    private final Channel<T> channel;
    private final T item;

    SendClause(Channel<T> channel, T item) {
        this.channel = channel;
        this.item = item;
    }

    @Override
    boolean attempt(Choice<? super Void> choice) {
        channel.confine();
        if (channel.isClosed()) {
            choice.commit();
            choice.fail(channel.closedForSending());
        } else if (channel.offer(item)) {
            choice.commit();
            choice.accept(Nothing.value());
        } else {
            return false;
        }
        return true;
    }

    @Override
    Withdrawable park(Choice<? super Void> choice) {
        return channel.park(new Sending<>(channel.confine(), item, choice));
    }
}
