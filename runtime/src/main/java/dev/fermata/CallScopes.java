package dev.fermata;

/** The scopes in whose blocks a call is that returns a future. */
final class CallScopes extends OpenScopes {
    private final HeldCall<?> call;

    CallScopes(HeldCall<?> call) {
        this.call = call;
    }

    @Override
    int cancellation() {
        return call.cancellation();
    }

    @Override
    void setCancellation(int cancellation) {
        call.setCancellation(cancellation);
    }

    @Override
    void deliver() {
        call.deliverHere();
    }

    @Override
    boolean isCancelledAsWhole() {
        return call.isCancelledAsWhole();
    }

    @Override
    boolean hasEnded() {
        return call.future.hasEnded();
    }

    @Override
    Task<?> ended() {
        return call.future.ended();
    }
}
