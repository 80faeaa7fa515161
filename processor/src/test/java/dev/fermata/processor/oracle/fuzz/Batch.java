package dev.fermata.processor.oracle.fuzz;

import dev.fermata.processor.oracle.CallMarks;
import dev.fermata.processor.oracle.Case;
import dev.fermata.processor.oracle.PlainReading;
import java.util.List;

/**
 * Many cases, compiled by each side in one run of javac.
 *
 * @param oracle as plain Java that blocks
 * @param tested as the processor makes them, on a loop
 */
record Batch(BatchSide oracle, BatchSide tested) {
    /** @param options of the processor */
    static Batch compile(Sides sides, List<Case> cases, List<String> options) {
        List<Case> plain =
                cases.stream().map(CallMarks::in).map(PlainReading::in).toList();
        return new Batch(sides.blocking(plain), sides.looping(cases, options));
    }
}
