package dev.fermata.processor.emit;

import dev.fermata.processor.ir.AsyncMethod;
import org.jspecify.annotations.Nullable;

/**
 * The generated state machine of one {@code @Async} method: what {@code emit} hands to {@code link}.
 *
 * @param method what it was made from, with its bridges and what is to be widened
 * @param entry the name of the static method that runs it: {@code entry(frame, self, parameters...)}, where {@code frame}
 *     (of type {@link AsyncMethod#frame()}) is null for a new call and {@code self} is absent for a static method
 * @param source the text of the whole compilation unit
 * @param lines for each line of {@code source} (index 0 is its first) the line of the user's file that it stands for, 0 if none
 * @param explanation the states and what they keep, for the user to read; null if he does not ask for it
 */
public record Machine(
        AsyncMethod method,
        String entry,
        String source,
        int[] lines,
        @Nullable String explanation) {
    /** The user's line that the first marked line from {@code generatedLine} on stands for; the method's if there is none. */
    public int lineFrom(int generatedLine) {
        for (int i = generatedLine - 1; i < lines.length; i++) {
            if (lines[i] > 0) {
                return lines[i];
            }
        }
        return method.line();
    }
}
