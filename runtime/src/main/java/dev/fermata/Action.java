package dev.fermata;

/** What {@link EventLoop#execute} was given, on its way through the inbox. */
final class Action extends Continuation {
    private final EventLoop loop;
    private final Runnable action;

    Action(EventLoop loop, Runnable action) {
        this.loop = loop;
        this.action = action;
    }

    @Override
    void proceed() {
        try {
            action.run();
        } catch (Throwable failure) {
            loop.report("an action that EventLoop.execute(...) was given has failed", failure);
        } finally {
            loop.leaveTasks();
        }
    }
}
