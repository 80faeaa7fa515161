package dev.fermata.processor.oracle;

import dev.fermata.processor.FermataProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The oracle for those who want to know only whether a case differs: it stops at the first, first in whole machines, then in parts. */
public final class FirstDifference {
    private FirstDifference() {}

    /**
     * Names the thread after the case that it is at, so that a watcher sees where it hangs.
     *
     * @param work an empty folder
     * @return the case that differs, or an empty text
     */
    public static String find(Path work) throws IOException, ReflectiveOperationException {
        List<Case> cases = Sources.cases();
        CompiledSide oracle = CompiledSide.blocking(cases, work.resolve("blocking"));
        String whole = find(cases, oracle, List.of(), work.resolve("looping"));
        return whole.isEmpty() ? find(cases, oracle.reloaded(), List.of(OracleTest.CUT), work.resolve("parts")) : whole;
    }

    private static String find(List<Case> cases, CompiledSide oracle, List<String> options, Path work)
            throws IOException, ReflectiveOperationException {
        CompiledSide tested = CompiledSide.looping(cases, FermataProcessor::new, options, work);
        for (Case one : cases) {
            Thread.currentThread().setName(one.className() + options);
            try {
                new Comparison(oracle, tested, one).run();
            } catch (AssertionError difference) {
                return one.className() + options;
            }
        }
        return "";
    }
}
