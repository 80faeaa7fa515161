package dev.fermata;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * Has Lincheck look for an interleaving of some operations that no order of them, one after the other, explains. The model
 * checker makes up the interleavings, of a machine that orders all accesses; the stress test takes those that happen,
 * on the machine and with the memory that there is.
 *
 * <p>A build takes few; {@code -Dfermata.interleavings=nightly} the settings of kotlinx.coroutines' nightly runs: 100 scenarios of
 * three operations on each of three threads, each 5,000 times.
 */
final class Interleavings {
    private static final boolean NIGHTLY = "nightly".equals(System.getProperty("fermata.interleavings"));
    private static final int ITERATIONS = NIGHTLY ? 100 : 10;
    private static final int INVOCATIONS = NIGHTLY ? 5000 : 200;
    private static final int ACTORS = NIGHTLY ? 3 : 2;

    private Interleavings() {}

    static void areExplained(Class<?> operations, Class<?> specification) {
        ModelCheckingOptions modelChecking = new ModelCheckingOptions();
        modelChecking.loopBound(100); // a map of the JDK that is cleared is no livelock
        check(modelChecking, operations, specification);
        happenAsExplained(operations, specification);
    }

    /** The stress test alone, unless there is time: to model a whole loop takes minutes. */
    static void ofALoopAreExplained(Class<?> operations, Class<?> specification) {
        if (NIGHTLY) {
            areExplained(operations, specification);
        } else {
            happenAsExplained(operations, specification);
        }
    }

    private static void happenAsExplained(Class<?> operations, Class<?> specification) {
        check(new StressOptions(), operations, specification);
    }

    private static void check(Options<?, ?> options, Class<?> operations, Class<?> specification) {
        options.iterations(ITERATIONS);
        options.invocationsPerIteration(INVOCATIONS);
        options.threads(3);
        options.actorsPerThread(ACTORS);
        options.actorsBefore(0); // by another thread, and a loop belongs to one
        options.actorsAfter(0);
        options.sequentialSpecification(specification);
        options.check(operations);
    }
}
