package dev.fermata.sync;

/** {@link Channel#receiving}. */
final class ReceiveClause<T> extends Clause<T> {
    private final Channel<T> channel;

    ReceiveClause(Channel<T> channel) {
        this.channel = channel;
    }

    @Override
    boolean attempt(Choice<? super T> choice) {
        channel.confine();
        T item = channel.take();
        if (item != null) {
            choice.commit();
            choice.accept(item);
        } else if (channel.isClosed()) {
            choice.commit();
            choice.fail(channel.closedForReceiving());
        } else {
            return false;
        }
        return true;
    }

    @Override
    Withdrawable park(Choice<? super T> choice) {
        return channel.park(new Receiving.Once<>(channel.confine(), choice));
    }
}
