package dev.fermata.processor.link;

import dev.fermata.processor.emit.Machine;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** What comes before {@code link}: all the passes that turn a class's async methods into machines. */
@FunctionalInterface
public interface Machines {
    /**
     * The machines of all {@code @Async} methods in a top-level class and the classes within it. Called when javac has
     * attributed and checked that class and has not yet begun to lower it.
     */
    List<Machine> machines(TypeElement type);

    /** Tells of top-level types that javac was given to compile, before any of them is attributed. */
    default void roots(Collection<TypeElement> types) {}
}
