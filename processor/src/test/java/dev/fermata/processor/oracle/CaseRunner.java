package dev.fermata.processor.oracle;

import dev.fermata.processor.oracle.world.Run;
import dev.fermata.processor.oracle.world.Schedule;

/** Cases as one side compiled them. */
public interface CaseRunner {
    /** Why a case was not compiled, or an empty text. */
    String rejection(Case one);

    /** Runs a case that was compiled. */
    Run run(Case one, Schedule schedule) throws ReflectiveOperationException;

    /** The sources that the processor wrote for a case. */
    String generatedFor(Case one);
}
