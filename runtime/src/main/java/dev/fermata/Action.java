package dev.fermata;

/** What {@link EventLoop#execute} was given, on its way through the inbox. */
final class Action extends Continuation {
    private final Runnable action;
    private final FailureHandler failures;

    Action(Runnable action, FailureHandler failures) {
        this.action = action;
        this.failures = failures;
    }

    @Override
    void proceed() {
        try {
            action.run();
        } catch (Throwable failure) {
            failures.report("an action that EventLoop.execute(...) was given has failed", failure);
        }
    }
}
