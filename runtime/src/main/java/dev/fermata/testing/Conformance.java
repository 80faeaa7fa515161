package dev.fermata.testing;

import dev.fermata.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Runs checks, each on a fresh loop, and says which found something. */
final class Conformance {
    private Conformance() {}

    /** Something that holds for whatever conforms. */
    interface Check<S> {
        void run(Steps steps, S subject) throws Exception;
    }

    /** Makes what is checked. */
    interface Maker<S> {
        S make(Steps steps) throws Exception;
    }

    static <S> List<String> violations(boolean realTime, Maker<S> maker, Map<String, Check<S>> checks) {
        List<String> violations = new ArrayList<>();
        checks.forEach((name, check) -> {
            TestContext context = TestContext.of(realTime, OptionalLong.empty());
            try (EventLoop loop = context.loop()) {
                assert !loop.isRunningHere();
                Steps steps = new Steps(context, realTime);
                check.run(steps, maker.make(steps));
            } catch (Exception | AssertionError violation) {
                violations.add(name + ": " + violation);
            }
        });
        return violations;
    }

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    /** A step that is to fail. */
    interface Step {
        void run() throws Exception;
    }

    static void requireFailure(Class<? extends Exception> type, Step step, String what) {
        try {
            step.run();
        } catch (Exception failure) {
            if (!type.isInstance(failure)) {
                throw new AssertionError(
                        what + " fails with " + failure + ", not with a " + type.getSimpleName(), failure);
            }
            return;
        }
        throw new AssertionError(what + " does not fail");
    }
}
